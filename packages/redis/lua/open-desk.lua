-- Makes a desk and its log, whose first entry says so. A call that is sent again changes nothing, and a desk that was closed
-- stays closed.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   digest of the desk's token
-- ARGV[2]   language
-- ARGV[3]   stamp of the first entry
-- ARGV[4]   the log's sharded channel
-- ARGV[5]   milliseconds that a desk is kept for that never watched anybody
-- returns   "opened" | "taken" | "closed"
--
-- include lib/append-entry.lua
-- include lib/create-log.lua
-- include lib/desk-keys.lua
-- include lib/now.lua
if redis.call("EXISTS", KEYS[1]) == 1 and redis.call("HEXISTS", KEYS[1], "token") == 0 then
  return "closed"
end
if redis.call("HSETNX", KEYS[1], "token", ARGV[1]) == 0 then
  return redis.call("HGET", KEYS[1], "token") == ARGV[1] and "opened" or "taken"
end
local now = now_ms()
redis.call("HSET", KEYS[1], "mode", "LIVE", "language", ARGV[2], "generation", 0, "joins", 0, "facts", 1, "openedMs", now)
create_log(KEYS[2], KEYS[3], 1)
create_hashes(KEYS)
local fact = cjson.encode({ type = "opened", atMs = now })
append_entry(KEYS[2], KEYS[3], ARGV[4], ARGV[3], 1, "desk", "[" .. fact .. "]", 1000)
for _, key in ipairs(KEYS) do
  redis.call("PEXPIRE", key, ARGV[5])
end
return "opened"
