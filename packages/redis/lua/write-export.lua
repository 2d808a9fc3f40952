-- Writes how far an export is, by the run that makes it: one that another run has taken over, or that was deleted, is not
-- written any more.
--
-- KEYS[1]   exports of the desk
-- ARGV[1]   id of the export
-- ARGV[2]   the run that it must be made by; "" when nobody may have begun it
-- ARGV[3]   the export, JSON
-- ARGV[4]   until when it is kept, epoch ms
-- returns   "applied" | "gone" | "taken"
local held = redis.call("HGET", KEYS[1], ARGV[1])
if not held then
  return "gone"
end
-- A call whose reply was lost comes again.
if held == ARGV[3] then
  return "applied"
end
if (cjson.decode(held).run or "") ~= ARGV[2] then
  return "taken"
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[3])
redis.call("PEXPIREAT", KEYS[1], ARGV[4], "GT")
return "applied"
