-- Makes a replay session with every key that its scripts will name (a slot in migration answers TRYAGAIN to scripts as long
-- as one of their keys does not exist). All of them go by themselves, unless an owner renews them. A session that exists
-- is left as it is: its id is random, so it is from a call that was sent again.
--
-- KEYS[1]   session hash
-- KEYS[2]   stream of the log
-- KEYS[3]   head of the log
-- KEYS[4]   owner record, replay; a claim fills it
-- KEYS[5]   metrics hash
-- ARGV[1]   lifetime in milliseconds
-- ARGV[2]   where it stands, JSON
-- ARGV[3…]  field, value … of the session
-- returns   "opened"
--
-- include lib/create-log.lua
-- include lib/now.lua
if redis.call("EXISTS", KEYS[1]) == 1 then
  return "opened"
end
create_log(KEYS[2], KEYS[3], 1)
redis.call("HSETNX", KEYS[4], "writer", "")
redis.call("HSET", KEYS[5], "position", "", "replay", ARGV[2])
redis.call("HSET", KEYS[1], "sinceMs", now_ms(), "state", "open", unpack(ARGV, 3))
for _, key in ipairs(KEYS) do
  redis.call("PEXPIRE", key, ARGV[1])
end
return "opened"
