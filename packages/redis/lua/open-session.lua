-- Opens a session for the ingest owner of its creator, or opens it again, with every key that its scripts will name
-- (a slot in migration answers TRYAGAIN to scripts as long as one of their keys does not exist).
--
-- KEYS[1]   session hash
-- KEYS[2]   stream of the log
-- KEYS[3]   head of the log
-- KEYS[4]   owner record, ingest
-- KEYS[5]   owner record, analytics; a claim fills it
-- KEYS[6]   metrics hash
-- KEYS[7]   keyframe hash
-- KEYS[8]   recording hash
-- KEYS[9]   holders of the recording
-- KEYS[10]  segments of the recording
-- ARGV[1]   the writer, "nonce:fence": the creator's ingest claim
-- ARGV[2]   its fence
-- ARGV[3]   its worker
-- ARGV[4…]  field, value … of a new session
-- returns   "opened" when nothing is in the log yet | "reopened" | "fenced" when a later claim was here
--
-- include lib/create-log.lua
-- include lib/now.lua
local record = redis.call("HGET", KEYS[4], "writer") or ""
if record ~= ARGV[1] then
  local fence = tonumber(string.match(record, ":(%d+)$") or "-1")
  if fence >= tonumber(ARGV[2]) then
    return "fenced"
  end
  redis.call("HSET", KEYS[4], "writer", ARGV[1], "worker", ARGV[3], "sequence", 0, "reply", "")
end
create_log(KEYS[2], KEYS[3], 1)
redis.call("HSETNX", KEYS[5], "writer", "")
redis.call("HSETNX", KEYS[6], "position", "")
redis.call("HSETNX", KEYS[7], "head", "")
redis.call("HSETNX", KEYS[8], "state", "")
redis.call("HSETNX", KEYS[9], "", "")
if redis.call("EXISTS", KEYS[10]) == 0 then
  redis.call("RPUSH", KEYS[10], "")
end
if redis.call("HGET", KEYS[8], "state") == "complete" then
  redis.call("HSET", KEYS[8], "state", "growing") -- its log is there, so what comes now belongs to the same recording
end
if redis.call("EXISTS", KEYS[1]) == 0 then
  redis.call("HSET", KEYS[1], "sinceMs", now_ms(), unpack(ARGV, 4))
end
redis.call("HSET", KEYS[1], "state", "open")
redis.call("HDEL", KEYS[1], "endedAtMs", "keptSeconds")
for _, key in ipairs(KEYS) do
  redis.call("PERSIST", key) -- an ended session may have begun to expire
end
return redis.call("HGET", KEYS[3], "last") == "0-0" and "opened" or "reopened"
