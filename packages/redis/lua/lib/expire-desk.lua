-- Lets all that belongs to a desk go by itself, a while from now. One in REPLAY is kept for a day at least, as its replay session
-- is: whoever comes back finds the position. One with recordings is kept as long as the last of them, also for ever.
--
-- KEYS        all keys of the desk, in the order of `deskKeys`
-- kept_ms     milliseconds that a desk without members is kept for
-- unused_ms   the same of a desk that never watched anybody
-- include lib/desk-keys.lua
-- include lib/now.lua
local REPLAY_KEPT_MS = 24 * 3600 * 1000

local function expire_desk(kept_ms, unused_ms)
  local held = redis.call("HMGET", KEYS[1], "generation", "mode", "token")
  local kept = tonumber(held[1] == "0" and unused_ms or kept_ms)
  if held[2] == "REPLAY" then
    kept = math.max(kept, REPLAY_KEPT_MS)
  end
  -- When it was closed nobody can ask for its recordings any more.
  local needed = held[3] and redis.call("HGET", recordings_of(KEYS), "")
  if needed == "pinned" then
    return
  end
  kept = math.max(kept, (tonumber(needed or "") or 0) - now_ms())
  for _, key in ipairs(KEYS) do
    redis.call("PEXPIRE", key, string.format("%.0f", kept))
  end
end
