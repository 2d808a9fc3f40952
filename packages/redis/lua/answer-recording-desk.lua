-- Notes what a desk answered that was asked whether it holds a recording, unless something was noted of it meanwhile.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- ARGV[1]   desk
-- ARGV[2]   what was noted when it was asked
-- ARGV[3]   when to ask again, epoch ms; "" when it holds it no more
-- returns   "noted" | "moved"
if redis.call("ZSCORE", KEYS[1], ARGV[1]) ~= ARGV[2] then
  return "moved"
end
if ARGV[3] == "" then
  redis.call("ZREM", KEYS[1], ARGV[1])
else
  redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1])
end
return "noted"
