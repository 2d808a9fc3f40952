-- Notes that a session has no source any more.
--
-- KEYS[1]   session hash
-- KEYS[2]   owner record, ingest
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   the state that it ends in
-- returns   "applied" | "fenced"
if redis.call("HGET", KEYS[2], "writer") ~= ARGV[1] then
  return "fenced"
end
local time = redis.call("TIME")
redis.call("HSET", KEYS[1], "state", ARGV[2])
redis.call("HSETNX", KEYS[1], "endedAtMs", time[1] * 1000 + math.floor(time[2] / 1000))
return "applied"
