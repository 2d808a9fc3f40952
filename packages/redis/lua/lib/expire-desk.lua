-- Lets all that belongs to a desk go by itself, a while from now. One in REPLAY is kept for a day at least, as its replay session
-- is: whoever comes back finds the position.
--
-- KEYS        all keys of the desk, its hash first
-- kept_ms     milliseconds that a desk without members is kept for
-- unused_ms   the same of a desk that never watched anybody
local REPLAY_KEPT_MS = 24 * 3600 * 1000

local function expire_desk(kept_ms, unused_ms)
  local held = redis.call("HMGET", KEYS[1], "generation", "mode")
  local kept = tonumber(held[1] == "0" and unused_ms or kept_ms)
  if held[2] == "REPLAY" then
    kept = math.max(kept, REPLAY_KEPT_MS)
  end
  for _, key in ipairs(KEYS) do
    redis.call("PEXPIRE", key, kept)
  end
end
