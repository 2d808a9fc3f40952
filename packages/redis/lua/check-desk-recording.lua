-- Whether a desk holds a recording, as whoever may delete it asks. One whose hold is over is forgotten, but for one that the desk
-- replays: that is held until the replay is over.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the recording
-- ARGV[2]   milliseconds for which what was deleted can be restored
-- ARGV[3]   milliseconds after which what has no end is to be asked again
-- ARGV[4]   the same of what is replayed
-- returns   {"held", when to ask again, epoch ms} | {"over", ""}
--
-- include lib/now.lua
-- include lib/desk-recordings.lua
local now, kept_ms = now_ms(), tonumber(ARGV[2])
if is_closed(KEYS) then
  drop_recording(KEYS, ARGV[1])
  return { "over", "" }
end
local ends = hold_end(KEYS, ARGV[1], now, kept_ms)
if ends then
  return { "held", string.format("%.0f", math.min(ends, now + ARGV[3])) }
end
if is_viewed(KEYS, ARGV[1]) then
  return { "held", string.format("%.0f", now + ARGV[4]) }
end
drop_recording(KEYS, ARGV[1])
keep_with_recordings(KEYS, now, kept_ms)
return { "over", "" }
