-- Makes a log, if there is none.
--
-- KEYS[1]   stream of the log
-- KEYS[2]   head of the log
-- ARGV[1]   epoch of a new log
-- returns   "applied"
--
-- include lib/create-log.lua
create_log(KEYS[1], KEYS[2], ARGV[1])
return "applied"
