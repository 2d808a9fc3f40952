-- Notes what the service says an account may do. It holds until it is told anew, or is too old to be believed; what it does
-- not say of a window is forgotten. Calls that are under way are not in what is left: each is one too many at most, and the
-- service says so.
--
-- KEYS[1]   ledger of the account
-- ARGV[1]   lifetime of the ledger, in milliseconds
-- ARGV[2]   milliseconds for which the limits are believed
-- ARGV[3…]  window, calls allowed in it or "", calls left or "", milliseconds until it begins anew or ""; for each window
-- returns   "noted"
--
-- include lib/now.lua
local now = now_ms()
for index = 3, #ARGV, 4 do
  local window, max, left, ends = ARGV[index], ARGV[index + 1], ARGV[index + 2], ARGV[index + 3]
  redis.call("HDEL", KEYS[1], window .. "Max", window .. "Left", window .. "Until")
  if max ~= "" then
    redis.call("HSET", KEYS[1], window .. "Max", max)
  end
  if left ~= "" then
    redis.call("HSET", KEYS[1], window .. "Left", left, window .. "Until", string.format("%.0f", now + tonumber(ends)))
  end
end
redis.call("HSET", KEYS[1], "limitsUntil", string.format("%.0f", now + tonumber(ARGV[2])))
redis.call("PEXPIRE", KEYS[1], ARGV[1])
return "noted"
