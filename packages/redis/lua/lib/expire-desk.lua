-- Lets all that belongs to a desk go by itself, a while from now. One in REPLAY is kept for a day at least, as its replay session
-- is: whoever comes back finds the position. One with recordings is kept as long as the last of them, also for ever.
--
-- KEYS        all keys of the desk, in the order of `deskKeys`
-- kept_ms     milliseconds that a desk without members is kept for
-- unused_ms   the same of a desk that never watched anybody
-- include lib/desk-keys.lua
local REPLAY_KEPT_MS = 24 * 3600 * 1000

local function expire_desk(kept_ms, unused_ms)
  local held = redis.call("HMGET", KEYS[1], "generation", "mode", "token")
  local kept = tonumber(held[1] == "0" and unused_ms or kept_ms)
  if held[2] == "REPLAY" then
    kept = math.max(kept, REPLAY_KEPT_MS)
  end
  local recordings = recordings_of(KEYS)
  if held[3] then
    local left_ms = redis.call("PTTL", recordings)
    if left_ms == -1 then
      return -- a recording is pinned
    end
    kept = math.max(kept, left_ms)
  else
    -- It was closed: nobody can ask for its recordings any more.
    redis.call("PEXPIRE", recordings, kept)
  end
  for at = 1, last_of_desk(KEYS) do
    redis.call("PEXPIRE", KEYS[at], kept)
  end
end
