-- Copies what a desk did about the questions of a session to what it knows of the recording: its list of answers holds the last of all
-- its sessions, and loses these some day. The same twice changes nothing.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the recording
-- ARGV[2]   session
-- returns   how many answers there are
--
-- include lib/desk-keys.lua
if redis.call("HEXISTS", recordings_of(KEYS), ARGV[1]) == 0 then
  return 0
end
local kept, count = {}, 0
local all = redis.call("HGETALL", KEYS[5])
for at = 1, #all, 2 do
  local answer, session = string.match(all[at + 1], "^(%a+:%d+):(.*)$")
  if session == ARGV[2] then
    kept[all[at]] = answer
    count = count + 1
  end
end
if count == 0 then
  return 0
end
redis.call("HSET", kept_answers_of(KEYS), ARGV[1], cjson.encode(kept))
-- It goes when the desk goes.
local left_ms = redis.call("PTTL", KEYS[1])
if left_ms > 0 then
  redis.call("PEXPIRE", kept_answers_of(KEYS), left_ms)
end
return count
