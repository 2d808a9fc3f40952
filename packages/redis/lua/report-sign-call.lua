-- Notes how a granted call ended. A success closes the breaker. A limit pauses everybody for as long as the service asks.
-- Failures of one kind, without a success in between and for several creators, open the breaker: then it is the service
-- that is out, not a creator, and trying each of them would only spend the quota. Each opening in a row is twice as long.
--
-- KEYS[1]   ledger of the account
-- ARGV[1]   "ok" | "limited" | "failed"
-- ARGV[2]   limited: milliseconds to pause. failed: its kind
-- ARGV[3]   failed: for whom
-- ARGV[4]   failed: how many different ones open the breaker
-- ARGV[5]   failed: milliseconds of the first opening
-- ARGV[6]   failed: milliseconds of the longest one
-- returns   "closed" | "paused" | "open"
--
-- include lib/now.lua
local now = now_ms()
if redis.call("EXISTS", KEYS[1]) == 0 then
  return "closed" -- nobody has reserved anything here: a report that comes after the ledger's end
end
if ARGV[1] == "ok" then
  redis.call("HDEL", KEYS[1], "openUntil", "openings", "probingUntil", "failing", "failure")
  return "closed"
end
if ARGV[1] == "limited" then
  local paused = tonumber(redis.call("HGET", KEYS[1], "pausedUntil") or 0)
  redis.call("HSET", KEYS[1], "pausedUntil", string.format("%.0f", math.max(paused, now + tonumber(ARGV[2]))))
  redis.call("HDEL", KEYS[1], "probingUntil")
  return "paused"
end

local held = redis.call("HMGET", KEYS[1], "openUntil", "openings", "failing", "failure")
local open = tonumber(held[1] or 0)
if open > now then
  return "open" -- it was on its way when the breaker opened
end
local failing = held[4] == ARGV[2] and held[3] or ""
if not string.find("\n" .. failing, "\n" .. ARGV[3] .. "\n", 1, true) then
  failing = failing .. ARGV[3] .. "\n"
end
local _, different = string.gsub(failing, "\n", "")
redis.call("HSET", KEYS[1], "failing", failing, "failure", ARGV[2])
-- A failed probe opens again, whoever made it.
if open == 0 and different < tonumber(ARGV[4]) then
  return "closed"
end
local openings = tonumber(held[2] or 0)
local span = math.min(tonumber(ARGV[5]) * 2 ^ math.min(openings, 30), tonumber(ARGV[6]))
redis.call("HSET", KEYS[1], "openUntil", string.format("%.0f", now + span), "openings", openings + 1, "failing", "")
redis.call("HDEL", KEYS[1], "probingUntil")
return "open"
