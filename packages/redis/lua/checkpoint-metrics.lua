-- Writes what changed in a session's metrics, as absolute values, and only on top of the exact position they were
-- folded from; with it appends the insights' entry. Both or nothing, so that no insight is in the log that the metrics
-- do not know of. A checkpoint that is sent twice, or by a worker that has lost the session without knowing, changes
-- nothing.
--
-- KEYS[1]   metrics hash of the session; only this script moves its field "position"
-- KEYS[2]   owner record of the session's fold
-- KEYS[3]   stream of the log
-- KEYS[4]   head of the log
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   id of the position that the values were folded after ("0-0" for a new session)
-- ARGV[3]   id of the position of the last entry folded into them
-- ARGV[4]   that position as JSON
-- ARGV[5]   epoch
-- ARGV[6]   sequence of the insights' entry; "" when there is none
-- ARGV[7]   its stamp
-- ARGV[8]   number n of parts of its data, which a comma joins
-- ARGV[9]   the log's sharded channel
-- ARGV[10]  most entries that the log keeps
-- ARGV[11…] n parts, each JSON or the name of a field whose value it is; then field, value, field, value …
-- returns   {"applied", id of the insights' entry or ""} | {"stale", id of the position held} | {"fenced"}
--           | {"missing", last sequence held} | {"epoch", current epoch} | {"absent"}
--
-- include lib/append-entry.lua
local epoch = redis.call("HGET", KEYS[4], "epoch")
if not epoch then
  return { "absent" }
end
local owner = redis.call("HMGET", KEYS[2], "writer", "sequence", "reply")
if owner[1] ~= ARGV[1] then
  return { "fenced" }
end
if epoch ~= ARGV[5] then
  return { "epoch", epoch }
end
local json = redis.call("HGET", KEYS[1], "position")
local held_position = json and json ~= "" and cjson.decode(json).id or "0-0"
if ARGV[6] ~= "" then
  local held = tonumber(owner[2] or 0)
  local sequence = tonumber(ARGV[6])
  if sequence <= held then
    return { "applied", sequence == held and owner[3] or "" } -- by an earlier call, whose reply was lost
  end
  if sequence > held + 1 then
    return { "missing", tostring(held) }
  end
elseif held_position == ARGV[3] and ARGV[2] ~= ARGV[3] then
  return { "applied", "" } -- likewise
end
if held_position ~= ARGV[2] then
  return { "stale", held_position }
end
-- One HSET is all or nothing. Lua unpacks just under 8,000 arguments: far more than one checkpoint changes.
local first_field = 11 + tonumber(ARGV[8])
redis.call("HSET", KEYS[1], "position", ARGV[4], unpack(ARGV, first_field))
if ARGV[6] == "" then
  return { "applied", "" }
end
local values = {}
for at = first_field, #ARGV, 2 do
  values[ARGV[at]] = ARGV[at + 1]
end
local parts = {}
for at = 11, first_field - 1 do
  parts[#parts + 1] = values[ARGV[at]] or ARGV[at]
end
local data = "[" .. table.concat(parts, ",") .. "]"
local id = append_entry(KEYS[3], KEYS[4], ARGV[9], ARGV[7], ARGV[5], "insights", data, tonumber(ARGV[10]))
redis.call("HSET", KEYS[2], "sequence", ARGV[6], "reply", id)
return { "applied", id }
