-- Grants one call of the sign service, or says how long to wait: for a pause that the service asked for, for the breaker,
-- or for the next window of our own budget. All workers ask here, so that together they stay within what one account may do.
--
-- While the breaker is open nobody calls. When its time is over one caller is let through as a probe, and the others wait
-- for what it reports; a probe that never reports is given up after a while.
--
-- KEYS[1]   ledger of the account
-- ARGV[1…3] calls allowed in a minute, an hour, a day; 0 for any number
-- ARGV[4]   milliseconds that a probe may take
-- ARGV[5]   lifetime of the ledger, in milliseconds
-- returns   {"granted", "" | "probe", now} | {"wait", "limit" | "breaker", milliseconds, now, "ours" | nothing}
--
-- include lib/now.lua
local windows = { { "minute", 60000 }, { "hour", 3600000 }, { "day", 86400000 } }
local now = now_ms()
local function wait(reason, milliseconds)
  return { "wait", reason, string.format("%.0f", milliseconds), string.format("%.0f", now) }
end

local held = redis.call("HMGET", KEYS[1], "pausedUntil", "openUntil", "probingUntil")
local paused = tonumber(held[1] or 0)
if paused > now then
  return wait("limit", paused - now)
end
local open = tonumber(held[2] or 0)
local probing = tonumber(held[3] or 0)
if open > now then
  return wait("breaker", open - now)
elseif open > 0 and probing > now then
  return wait("breaker", probing - now)
end

local counts = {}
for index, window in ipairs(windows) do
  local from = now - now % window[2]
  local used = redis.call("HMGET", KEYS[1], window[1], window[1] .. "Calls")
  counts[index] = tonumber(used[1] or 0) == from and tonumber(used[2] or 0) or 0
  local allowed = tonumber(ARGV[index])
  if allowed > 0 and counts[index] >= allowed then
    local answer = wait("limit", from + window[2] - now)
    answer[5] = "ours"
    return answer
  end
end
for index, window in ipairs(windows) do
  local from = string.format("%.0f", now - now % window[2])
  redis.call("HSET", KEYS[1], window[1], from, window[1] .. "Calls", counts[index] + 1)
end
redis.call("PEXPIRE", KEYS[1], ARGV[5])
if open == 0 then
  return { "granted", "", string.format("%.0f", now) }
end
redis.call("HSET", KEYS[1], "probingUntil", string.format("%.0f", now + tonumber(ARGV[4])))
return { "granted", "probe", string.format("%.0f", now) }
