-- Notes that a desk watches a creator. An older watch of the desk, whose call was overtaken, never replaces a newer one.
--
-- KEYS[1]   watchers of the creator: desk → generation
-- KEYS[2]   status of the creator; kept for a month after the last watch
-- ARGV[1]   desk
-- ARGV[2]   generation of the watch
-- ARGV[3]   lifetime of the status, in milliseconds
-- returns   "attached" | "older"
local held = tonumber(redis.call("HGET", KEYS[1], ARGV[1]) or "-1")
if held > tonumber(ARGV[2]) then
  return "older"
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
redis.call("PEXPIRE", KEYS[2], ARGV[3])
return "attached"
