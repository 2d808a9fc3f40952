-- Takes away the note of what was to be done in a creator's slot, if it is still the one that was carried out.
--
-- KEYS[1]   desk
-- ARGV[1]   creator
-- ARGV[2]   the note, "attach:<generation>" or "detach:<generation>"
-- returns   "cleared" | "moved"
local field = "todo:" .. ARGV[1]
if redis.call("HGET", KEYS[1], field) == ARGV[2] then
  redis.call("HDEL", KEYS[1], field)
  return "cleared"
end
return "moved"
