-- Moves a recording in the index, or takes it out, unless somebody moved it meanwhile.
--
-- KEYS[1]   recordings of a shard, by when each is to be looked at
-- ARGV[1]   id of the recording
-- ARGV[2]   when it was to be looked at, as the caller saw it
-- ARGV[3]   when it is to be looked at next, epoch ms; "" for never
-- returns   "moved" | "newer"
if redis.call("ZSCORE", KEYS[1], ARGV[1]) ~= ARGV[2] then
  return "newer"
end
if ARGV[3] == "" then
  redis.call("ZREM", KEYS[1], ARGV[1])
else
  redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1])
end
return "moved"
