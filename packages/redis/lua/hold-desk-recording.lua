-- Notes at a desk that it holds a recording, and forgets those whose lease is over.
--
-- KEYS[1]   recordings of the desk
-- ARGV[1]   id of the recording
-- ARGV[2]   what the desk notes of it, JSON
-- ARGV[3]   end of the lease, epoch ms: the latest of all, as all leases are equally long
-- returns   "applied"
--
-- include lib/now.lua
local now = now_ms()
local held = redis.call("HGETALL", KEYS[1])
for i = 1, #held, 2 do
  if cjson.decode(held[i + 1]).untilMs <= now then
    redis.call("HDEL", KEYS[1], held[i])
  end
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
redis.call("PEXPIREAT", KEYS[1], ARGV[3])
return "applied"
