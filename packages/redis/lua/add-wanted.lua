-- Notes that an id may be wanted, at Redis' clock in microseconds. Each call gives the id a larger score than it had, so
-- that a sweeper that read the old one cannot remove what was added since.
--
-- KEYS[1]   wanted ids of an index shard, by the time they were last added
-- ARGV[1]   the id
-- returns   "added"
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local held = tonumber(redis.call("ZSCORE", KEYS[1], ARGV[1]) or "0")
redis.call("ZADD", KEYS[1], string.format("%.0f", math.max(now, held + 1)), ARGV[1])
return "added"
