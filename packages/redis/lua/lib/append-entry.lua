-- Adds one entry to a log, linked to the one before it, pushes it to who follows, and keeps the log's bound. Every
-- script that appends includes this; who may append, and in which order, is the including script's affair.
--
-- log, head   stream and head hash of the log; both exist
-- channel     the log's sharded channel. An argument, not a key: it never exists as one, and a slot in migration
--             answers TRYAGAIN to scripts that name such keys. It has the log's hash tag, so it is served here.
-- returns     id of the new entry

-- Most bytes of a log in Redis, whatever else holds its trimming up: an hour of a broadcast at 8 events a second, some
-- minutes of a very busy one.
local MAX_LOG_BYTES = 32 * 1024 * 1024
-- The size is that of all nodes of the stream, 17 µs at a megabyte and 3 ms at the bound, so it is not asked for at each append.
local APPENDS_BETWEEN_SIZES = 64

local function trim_note(log, head)
  local first = redis.call("XRANGE", log, "-", "+", "COUNT", 1)[1]
  -- What was trimmed last is what the first remaining entry names as its predecessor (its field "p" comes first).
  redis.call("HSET", head, "trimmed", first and first[2][2] or redis.call("HGET", head, "last"))
end

local function append_entry(log, head, channel, stamp, epoch, kind, data, max_entries)
  local previous = redis.call("HGET", head, "last")
  local id = redis.call("XADD", log, "*", "p", previous, "s", stamp, "e", epoch, "k", kind, "d", data)
  redis.call("HSET", head, "last", id, "stamp", stamp)
  redis.call("SPUBLISH", channel, id .. " " .. previous .. " " .. stamp .. " " .. epoch .. " " .. kind .. "\n" .. data)
  local length = redis.call("XLEN", log)
  local most = max_entries
  if length % APPENDS_BETWEEN_SIZES == 0 then
    local bytes = redis.call("MEMORY", "USAGE", log, "SAMPLES", 0)
    if bytes > MAX_LOG_BYTES then
      most = math.min(most, math.floor(length * MAX_LOG_BYTES / bytes))
    end
  end
  -- "~" trims whole nodes of the stream: cheap, and rarely more than once in a hundred appends.
  if length > most and redis.call("XTRIM", log, "MAXLEN", "~", most) > 0 then
    trim_note(log, head)
  end
  return id
end
