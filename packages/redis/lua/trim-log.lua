-- Forgets the entries before one, and notes how far.
--
-- KEYS[1]   stream of the log
-- KEYS[2]   head of the log
-- ARGV[1]   id of the first entry to keep
-- returns   "applied"
--
-- include lib/append-entry.lua
if redis.call("XTRIM", KEYS[1], "MINID", ARGV[1]) > 0 then
  trim_note(KEYS[1], KEYS[2])
end
return "applied"
