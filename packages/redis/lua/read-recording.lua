-- Reads what is known of a session's recording, as of one moment.
--
-- KEYS[1]   session hash
-- KEYS[2]   recording hash
-- KEYS[3]   segments
-- returns   {state or "", sinceMs or "", broadcast or "", archived or "", {segment …}}
local recording = redis.call("HMGET", KEYS[2], "state", "broadcast", "archived")
local sinceMs = redis.call("HGET", KEYS[1], "sinceMs")
-- The first element keeps the key there.
local segments = redis.call("LRANGE", KEYS[3], 1, -1)
local state = recording[1] ~= "deleted" and recording[1] or ""
return { state, sinceMs or "", recording[2] or "", recording[3] or "", segments }
