-- Reads what a log holds after a position, and proves that nothing in between is missing. Run on the primary it is
-- final: a hole behind the position was erased.
--
-- KEYS[1]   stream of the log
-- KEYS[2]   head of the log
-- ARGV[1]   id of the position's entry; "0-0" is the start
-- ARGV[2]   its stamp; "" when it is not known
-- ARGV[3]   its epoch
-- ARGV[4]   most entries to give
-- returns   {"ok", {entry …}} with one entry more than asked for when there are more
--           | {"trimmed", id after which the rest begins} | {"lost"} | {"epoch", current epoch} | {"absent"}
--
-- include lib/stream-ids.lua
local head = redis.call("HMGET", KEYS[2], "epoch", "last", "stamp", "trimmed")
if not head[1] then
  return { "absent" }
end
if head[1] ~= ARGV[3] then
  return { "epoch", head[1] }
end
if head[2] == ARGV[1] then
  -- At the end already: the common case of a sweep, without touching the stream.
  return (ARGV[2] == "" or ARGV[2] == head[3]) and { "ok", {} } or { "lost" }
end
local entries = redis.call("XRANGE", KEYS[1], ARGV[1], "+", "COUNT", ARGV[4] + 2)
local first = entries[1]
-- An entry's fields come in the order in which append_entry writes them: p, previous, s, stamp …
if first and first[1] == ARGV[1] then
  if ARGV[2] ~= "" and first[2][4] ~= ARGV[2] then
    return { "lost" }
  end
  table.remove(entries, 1)
  return { "ok", entries }
end
if first and first[2][2] == ARGV[1] then
  -- The start of a log, or trimmed exactly up to here. One more was read for the position's own entry.
  entries[ARGV[4] + 2] = nil
  return { "ok", entries }
end
if is_before(ARGV[1], head[4]) then
  return { "trimmed", head[4] }
end
return { "lost" }
