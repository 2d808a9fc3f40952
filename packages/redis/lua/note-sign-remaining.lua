-- Notes how many calls an answer of the service said are left, and until when. Answers overtake each other, and calls are
-- under way: of one window the smallest number holds, less what has been granted since.
--
-- KEYS[1]   ledger of the account
-- ARGV[1]   lifetime of the ledger, in milliseconds
-- ARGV[2]   calls left
-- ARGV[3]   milliseconds until there are more
-- ARGV[4]   milliseconds by which two answers may differ about the end of one window
-- returns   "noted"
--
-- include lib/now.lua
local ends = now_ms() + tonumber(ARGV[3])
local left = tonumber(ARGV[2])
local held = redis.call("HMGET", KEYS[1], "left", "leftUntil")
if held[2] and math.abs(tonumber(held[2]) - ends) <= tonumber(ARGV[4]) then
  left = math.min(left, tonumber(held[1]))
end
redis.call("HSET", KEYS[1], "left", string.format("%.0f", left), "leftUntil", string.format("%.0f", ends))
redis.call("PEXPIRE", KEYS[1], ARGV[1])
return "noted"
