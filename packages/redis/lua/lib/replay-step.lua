-- What both scripts of a replay's owner begin and end with: the writer and its sequence are checked, entries are appended.
--
-- owner       owner record of the replay
-- head        head of its log
-- writer      "nonce:fence"
-- epoch       epoch that the log must be in
-- first       sequence of the step's first entry, which goes on from the last step by one
-- count       sequence numbers of the step: its entries, at least one, so that a step without entries is told apart too
-- returns     nil to go on, or the reply
local function refuse_step(owner, head, writer, epoch, first, count)
  local current = redis.call("HGET", head, "epoch")
  if not current then
    return { "absent" }
  end
  local record = redis.call("HMGET", owner, "writer", "sequence")
  if record[1] ~= writer then
    return { "fenced" }
  end
  local held = tonumber(record[2] or 0)
  if first + count - 1 <= held then
    return { "applied" } -- by an earlier call, whose reply was lost
  end
  if first ~= held + 1 then
    return { "missing" }
  end
  if current ~= epoch then
    return { "epoch" }
  end
  return nil
end

-- entries     kind, data, kind, data … in the list `arguments`, from `from` to `to`
local function append_step(log, head, channel, stamp, epoch, first, arguments, from, to)
  for at = from, to, 2 do
    local sequence = first + (at - from) / 2
    append_entry(log, head, channel, stamp .. ":" .. string.format("%.0f", sequence), epoch, arguments[at], arguments[at + 1], 50000)
  end
end

-- The position of what is written in the metrics hash: the last entry of the log.
local function end_position(head)
  local tail = redis.call("HMGET", head, "epoch", "last", "stamp")
  return string.format('{"epoch":%s,"id":"%s","stamp":"%s"}', tail[1], tail[2], tail[3])
end
