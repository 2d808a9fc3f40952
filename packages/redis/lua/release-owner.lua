-- Takes a worker's name out of the record, and keeps its fence, so that the next claim gets a larger one. Refused to
-- everybody but the very writer of the record. A release that is sent twice changes nothing.
--
-- KEYS[1]   owner record
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   its fence
-- ARGV[3]   milliseconds during which nobody may claim (back-off), 0 for none
-- ARGV[4]   lifetime of a released record, in milliseconds; 0 when it goes with what it guards
-- returns   "released" | "fenced"
--
-- include lib/now.lua
local record = redis.call("HMGET", KEYS[1], "writer", "fence")
if record[1] == "" and record[2] == ARGV[2] then
  return "released" -- by an earlier call, whose reply was lost
end
if record[1] ~= ARGV[1] then
  return "fenced"
end
redis.call("HSET", KEYS[1], "writer", "", "worker", "", "fence", ARGV[2])
if tonumber(ARGV[3]) > 0 then
  local now = now_ms()
  redis.call("HSET", KEYS[1], "notBefore", string.format("%.0f", now + tonumber(ARGV[3])))
end
if tonumber(ARGV[4]) > 0 then
  redis.call("PEXPIRE", KEYS[1], ARGV[4])
end
return "released"
