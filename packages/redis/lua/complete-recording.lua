-- Notes that a closed session's recording is complete, if its log still ends where the caller saw it end; lets the session expire.
--
-- KEYS      all keys of the session
-- ARGV[1]   what is archived, JSON; "" for nothing
-- ARGV[2]   id of the last entry of the log
-- returns   "applied" | "moved": the session was opened again, or another archiver was here
--
-- include lib/session-expiry.lua
local recording = redis.call("HMGET", KEYS[8], "state", "archived")
if (recording[2] or "") ~= ARGV[1] or redis.call("HGET", KEYS[3], "last") ~= ARGV[2] then
  return "moved"
end
if recording[1] == "complete" then
  return "applied" -- by an earlier call, whose reply was lost
end
local state = redis.call("HGET", KEYS[1], "state")
if recording[1] ~= "growing" or not state or state == "open" then
  return "moved"
end
redis.call("HSET", KEYS[8], "state", "complete")
expire_if_closed(KEYS)
return "applied"
