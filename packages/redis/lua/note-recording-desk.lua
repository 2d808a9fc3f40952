-- Notes when a desk is to be asked whether it holds a recording.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- ARGV[1]   desk
-- ARGV[2]   when, epoch ms
-- ARGV[3]   "sooner" only if that is sooner than what is noted, or ""
-- returns   "noted" | "going": nobody held it, and its objects are being deleted
--
-- include lib/recording-desks.lua
if redis.call("ZSCORE", KEYS[1], GOING) then
  return "going"
end
if ARGV[3] == "sooner" then
  redis.call("ZADD", KEYS[1], "LT", ARGV[2], ARGV[1])
else
  redis.call("ZADD", KEYS[1], ARGV[2], ARGV[1])
end
redis.call("ZREM", KEYS[1], NONE)
redis.call("PERSIST", KEYS[1])
return "noted"
