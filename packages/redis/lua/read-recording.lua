-- Reads what is known of a session's recording, as of one moment.
--
-- KEYS[1]   session hash
-- KEYS[2]   recording hash
-- KEYS[3]   holders
-- KEYS[4]   segments
-- returns   {state or "", sinceMs or "", broadcast or "", archived or "", holders, {segment …}}
local recording = redis.call("HMGET", KEYS[2], "state", "broadcast", "archived")
local sinceMs = redis.call("HGET", KEYS[1], "sinceMs")
-- One field keeps the key of the holders there, and one element that of the segments.
local holders = math.max(0, redis.call("HLEN", KEYS[3]) - 1)
local segments = redis.call("LRANGE", KEYS[4], 1, -1)
return { recording[1] or "", sinceMs or "", recording[2] or "", recording[3] or "", holders, segments }
