-- Changes a creator's status and publishes the whole of it, in one step, for the creator's ingest owner alone. A change
-- that is already there does nothing, so a call may be sent twice. A new state begins at Redis' clock.
--
-- KEYS[1]   status of the creator: {status: JSON, version}
-- KEYS[2]   owner record of the creator's source
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   the creator's handle
-- ARGV[3]   JSON object of the fields that change; null takes a field away
-- ARGV[4]   lifetime of the status, in milliseconds
-- ARGV[5]   sharded channel of the creator's status; not a key, since it never exists as one
-- returns   "applied" | "fenced"
--
-- include lib/now.lua
if redis.call("HGET", KEYS[2], "writer") ~= ARGV[1] then
  return "fenced"
end
local held = redis.call("HGET", KEYS[1], "status")
local status = held and cjson.decode(held) or { handle = ARGV[2], state = "unknown", version = 0, sinceMs = 0 }
local change = cjson.decode(ARGV[3])
local state = status.state
local changed = not held
for field, value in pairs(change) do
  if value == cjson.null then
    value = nil
  end
  if status[field] ~= value then
    status[field] = value
    changed = true
  end
end
redis.call("PEXPIRE", KEYS[1], ARGV[4])
if not changed then
  return "applied"
end
if change.sinceMs == nil and (not held or status.state ~= state) then
  status.sinceMs = now_ms()
end
status.version = status.version + 1
local json = cjson.encode(status)
redis.call("HSET", KEYS[1], "status", json, "version", status.version)
redis.call("PEXPIRE", KEYS[1], ARGV[4])
redis.call("SPUBLISH", ARGV[5], json)
return "applied"
