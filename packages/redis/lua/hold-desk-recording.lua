-- Notes at a desk that it holds a recording, or renews the lease, which gets no shorter. Those whose hold is over are forgotten.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the recording
-- ARGV[2]   what the desk knows of it, JSON, with the end of the lease
-- ARGV[3]   milliseconds for which what was deleted can be restored
-- ARGV[4]   "anew" also when the desk has deleted it, or ""
-- returns   "new" | "renewed" | "refused": the desk has deleted it, or was closed
--
-- include lib/now.lua
-- include lib/desk-recordings.lua
local now, kept_ms = now_ms(), tonumber(ARGV[3])
local recordings, deleted = recordings_of(KEYS), ARGV[1] .. ":deleted"
if is_closed(KEYS) then
  return "refused"
end
if ARGV[4] == "anew" then
  redis.call("HDEL", library_of(KEYS), deleted)
elseif redis.call("HEXISTS", library_of(KEYS), deleted) == 1 then
  return "refused"
end
local before = redis.call("HGET", recordings, ARGV[1])
local noted = ARGV[2]
if before then
  local lease, held = cjson.decode(noted), cjson.decode(before)
  if held.untilMs > lease.untilMs then
    lease.untilMs = held.untilMs
    noted = cjson.encode(lease)
  end
end
redis.call("HSET", recordings, ARGV[1], noted)
for _, id in ipairs(recording_ids(KEYS)) do
  drop_if_over(KEYS, id, now, kept_ms)
end
keep_with_recordings(KEYS, now, kept_ms)
return before and "renewed" or "new"
