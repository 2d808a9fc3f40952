-- Grants one call of the sign service, or says how long to wait: for a pause that the service asked for, for the breaker,
-- for the next window of what the service allows the account, or of our own budget. All workers ask here, so that together
-- they stay within what one account may do.
--
-- While the breaker is open nobody calls. When its time is over one caller is let through as a probe, and the others wait
-- for what it reports; a probe that never reports is given up after a while.
--
-- KEYS[1]   ledger of the account
-- ARGV[1…3] calls that we allow ourselves in a minute, an hour, a day; 0 for any number
-- ARGV[4]   milliseconds that a probe may take
-- ARGV[5]   lifetime of the ledger, in milliseconds
-- returns   {"granted", "" | "probe", now} | {"wait", "limit" | "breaker", milliseconds, now, "ours" | nothing}
--
-- include lib/now.lua
local windows = { { "minute", 60000 }, { "hour", 3600000 }, { "day", 86400000 } }
local now = now_ms()
local function text(number)
  return string.format("%.0f", number)
end
local function wait(reason, milliseconds)
  return { "wait", reason, text(milliseconds), text(now) }
end

local held = redis.call("HMGET", KEYS[1], "pausedUntil", "openUntil", "probingUntil", "left", "leftUntil", "limitsUntil")
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

local changes = {}
local function change(field, value)
  changes[#changes + 1] = field
  changes[#changes + 1] = text(value)
end

local left_until = tonumber(held[5] or 0)
if left_until > now then
  if tonumber(held[4]) <= 0 then
    return wait("limit", left_until - now)
  end
  change("left", tonumber(held[4]) - 1)
end

local limits_are_known = tonumber(held[6] or 0) > now
for index, window in ipairs(windows) do
  local name, length = window[1], window[2]
  local kept = redis.call("HMGET", KEYS[1], name, name .. "Calls", name .. "Max", name .. "Left", name .. "Until")
  local from = now - now % length
  local used = tonumber(kept[1] or 0) == from and tonumber(kept[2] or 0) or 0
  local max = limits_are_known and tonumber(kept[3] or 0) or 0
  local ends = tonumber(kept[5] or 0)
  if max > 0 and ends > 0 then
    local left = tonumber(kept[4])
    if ends <= now then
      -- The service's windows need not begin when ours do: the next one is as long as the last.
      ends = ends + length * (math.floor((now - ends) / length) + 1)
      left = max
    end
    if left <= 0 then
      return wait("limit", ends - now)
    end
    change(name .. "Left", left - 1)
    change(name .. "Until", ends)
  elseif max > 0 and used >= max then
    return wait("limit", from + length - now)
  end
  local allowed = tonumber(ARGV[index])
  if allowed > 0 and used >= allowed then
    local answer = wait("limit", from + length - now)
    answer[5] = "ours"
    return answer
  end
  change(name, from)
  change(name .. "Calls", used + 1)
end
if open > 0 then
  change("probingUntil", now + tonumber(ARGV[4]))
end
redis.call("HSET", KEYS[1], unpack(changes))
redis.call("PEXPIRE", KEYS[1], ARGV[5])
return { "granted", open > 0 and "probe" or "", text(now) }
