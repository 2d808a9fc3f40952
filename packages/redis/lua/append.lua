-- Appends one entry to a session's log, and is safe to repeat: a call that is sent again, because its reply was lost,
-- changes nothing and gets the first answer. Only the very writer of the owner record may append (a higher fence means
-- that a fail-over has lost its claim), only in the current epoch, only in its own order.
--
-- KEYS[1]   stream of the log
-- KEYS[2]   head of the log
-- KEYS[3]   owner record of the writer's role; a claim sets "writer" and resets "sequence"
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   the writer's sequence number of this entry; the first after a claim is 1
-- ARGV[3]   stamp of the entry, "role:fence:sequence"
-- ARGV[4]   epoch
-- ARGV[5]   kind
-- ARGV[6]   data, JSON
-- ARGV[7]   the log's sharded channel
-- ARGV[8]   most entries that the log keeps
-- ARGV[9]   id of the entry that it must follow; "" for whichever is the last
-- returns   {"appended", id} | {"repeated", id or ""} | {"missing", last sequence held} | {"epoch", current epoch}
--           | {"moved"}: another entry is the last one | {"fenced"} | {"absent"}
--
-- include lib/append-entry.lua
local epoch = redis.call("HGET", KEYS[2], "epoch")
if not epoch then
  return { "absent" }
end
local owner = redis.call("HMGET", KEYS[3], "writer", "sequence", "reply")
if owner[1] ~= ARGV[1] then
  return { "fenced" }
end
if epoch ~= ARGV[4] then
  return { "epoch", epoch }
end
local held = tonumber(owner[2] or 0)
local sequence = tonumber(ARGV[2])
if sequence <= held then
  -- Only the last answer is kept: an older one has been received, or its sender would not have gone on.
  return { "repeated", sequence == held and owner[3] or "" }
end
if sequence > held + 1 then
  return { "missing", tostring(held) }
end
if ARGV[9] ~= "" and ARGV[9] ~= redis.call("HGET", KEYS[2], "last") then
  return { "moved" }
end
local id = append_entry(KEYS[1], KEYS[2], ARGV[7], ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[8]))
redis.call("HSET", KEYS[3], "sequence", ARGV[2], "reply", id)
return { "appended", id }
