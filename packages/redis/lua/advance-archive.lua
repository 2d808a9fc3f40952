-- Moves the end of what is archived of a session, and lists the segment that brought it there, if nobody moved it meanwhile. A call
-- that is sent again changes nothing.
--
-- KEYS[1]   recording hash; only this script moves its field "archived"
-- KEYS[2]   segments
-- ARGV[1]   what was archived before, JSON; "" for nothing
-- ARGV[2]   what is archived with this segment, JSON
-- ARGV[3]   the segment, JSON
-- returns   "applied" | "moved"
local archived = redis.call("HGET", KEYS[1], "archived") or ""
if archived == ARGV[2] then
  return "applied" -- by an earlier call, whose reply was lost
end
if archived ~= ARGV[1] or redis.call("HEXISTS", KEYS[1], "broadcast") == 0 then
  return "moved"
end
-- It may have been complete: a session's log gets one more entry when its creator begins the next broadcast.
redis.call("HSET", KEYS[1], "archived", ARGV[2], "state", "growing")
redis.call("RPUSH", KEYS[2], ARGV[3])
return "applied"
