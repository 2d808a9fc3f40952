-- Notes that a network, or a desk, has a simulated broadcast running, if it has fewer than it may, or has this one already.
--
-- KEYS[1]   sorted set of creators whose simulated broadcasts it began, by when
-- ARGV[1]   creator
-- ARGV[2]   the most that may be in it
-- ARGV[3]   lifetime of the set, in milliseconds
-- returns   {} when it is noted, else creators of the set and when each was noted, one after the other
--
-- include lib/now.lua
local is_held = redis.call("ZSCORE", KEYS[1], ARGV[1])
if not is_held and redis.call("ZCARD", KEYS[1]) >= tonumber(ARGV[2]) then
  return redis.call("ZRANGE", KEYS[1], 0, -1, "WITHSCORES")
end
redis.call("ZADD", KEYS[1], now_ms(), ARGV[1])
redis.call("PEXPIRE", KEYS[1], ARGV[3])
return {}
