-- Makes a desk a holder of a session's recording, or renews its lease. The first holder begins the recording, while the session is
-- open; a session that was closed without one, or whose recording was deleted, is not recorded any more.
--
-- KEYS[1]   session hash
-- KEYS[2]   recording hash
-- KEYS[3]   holders: desk → end of its lease
-- ARGV[1]   desk
-- ARGV[2]   seconds of the lease
-- ARGV[3]   whose broadcast it is, JSON
-- returns   {"held", sinceMs of the session, end of the lease} | {"closed"} | {"absent"}
--
-- include lib/now.lua
local session = redis.call("HMGET", KEYS[1], "state", "sinceMs")
if not session[1] then
  return { "absent" }
end
local state = redis.call("HGET", KEYS[2], "state") or ""
if state == "" then
  if session[1] ~= "open" then
    return { "closed" }
  end
  redis.call("HSET", KEYS[2], "state", "growing")
end
if state == "deleted" then
  return { "closed" }
end
if state ~= "complete" then
  redis.call("HSET", KEYS[2], "broadcast", ARGV[3])
end
local now = now_ms()
local holders = redis.call("HGETALL", KEYS[3])
for i = 1, #holders, 2 do
  if holders[i] ~= "" and tonumber(holders[i + 1]) <= now then
    redis.call("HDEL", KEYS[3], holders[i])
  end
end
local untilMs = string.format("%.0f", now + ARGV[2] * 1000)
redis.call("HSET", KEYS[3], ARGV[1], untilMs)
return { "held", session[2], untilMs }
