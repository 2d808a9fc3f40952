-- Notes that a session has no source any more.
--
-- KEYS[1]   session hash
-- KEYS[2]   owner record, ingest
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   the state that it ends in
-- returns   "applied" | "fenced"
--
-- include lib/now.lua
if redis.call("HGET", KEYS[2], "writer") ~= ARGV[1] then
  return "fenced"
end
redis.call("HSET", KEYS[1], "state", ARGV[2])
redis.call("HSETNX", KEYS[1], "endedAtMs", now_ms())
return "applied"
