-- Notes what a desk answered that was asked whether it holds a recording, unless something was noted of it meanwhile.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- ARGV[1]   desk
-- ARGV[2]   what was noted when it was asked; "" when it says so by itself
-- ARGV[3]   when to ask again, epoch ms; "" when it holds it no more
-- returns   "noted" | "moved"
--
-- include lib/recording-desks.lua
local noted = redis.call("ZSCORE", KEYS[1], ARGV[1])
if not noted or (ARGV[2] ~= "" and noted ~= ARGV[2]) then
  return "moved"
end
if ARGV[3] == "" then
  redis.call("ZREM", KEYS[1], ARGV[1])
  mark_if_none(KEYS[1])
else
  redis.call("ZADD", KEYS[1], ARGV[3], ARGV[1])
end
return "noted"
