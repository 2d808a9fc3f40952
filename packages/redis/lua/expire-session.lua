-- Lets all that belongs to a closed session expire: at once when it is not recorded, else when its recording is complete. Should it
-- never be, the session goes with the last lease on its recording.
--
-- KEYS      all keys of the session
-- ARGV[1]   seconds that it is kept for
-- returns   "applied" | "recorded": it waits | "open": opened again meanwhile, or there is none
--
-- include lib/now.lua
-- include lib/session-expiry.lua
local state = redis.call("HGET", KEYS[1], "state")
if not state or state == "open" then
  return "open"
end
redis.call("HSET", KEYS[1], "keptSeconds", ARGV[1])
if not is_being_recorded(KEYS) then
  expire_if_closed(KEYS)
  return "applied"
end
local last = now_ms() + ARGV[1] * 1000
for _, untilMs in ipairs(redis.call("HVALS", KEYS[9])) do
  last = math.max(last, tonumber(untilMs) or 0)
end
for _, key in ipairs(KEYS) do
  redis.call("PEXPIREAT", key, string.format("%.0f", last))
end
return "recorded"
