-- Takes a recording off a desk at once, with all that it noted of it.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the recording
-- ARGV[2]   milliseconds for which what was deleted can be restored
-- returns   "applied"
--
-- include lib/now.lua
-- include lib/desk-recordings.lua
drop_recording(KEYS, ARGV[1])
keep_with_recordings(KEYS, now_ms(), tonumber(ARGV[2]))
return "applied"
