-- What a desk holds, and for how long. The first keys are the desk's own, the last its recordings; what it notes of them is the sixth.
--
-- keys        all keys of a desk, in the order of `deskKeys`
-- now         epoch ms
-- kept_ms     milliseconds for which what was deleted can be restored
-- include lib/desk-keys.lua

-- A desk that deleted a recording does not hold it again while its broadcast may go on.
local DELETION_KEPT_MS = 48 * 3600 * 1000
local FORMERLY_PINNED_KEPT_MS = 24 * 3600 * 1000

-- When the desk's hold of a recording ends: math.huge for one that is pinned, nil when it holds none, or no more.
local function hold_end(keys, id, now, kept_ms)
  local held = redis.call("HGET", recordings_of(keys), id)
  if not held then
    return nil
  end
  local marks = redis.call("HMGET", library_of(keys), id .. ":pinned", id .. ":deleted")
  local ends = marks[1] and math.huge or cjson.decode(held).untilMs
  if marks[2] then
    ends = math.min(ends, tonumber(marks[2]) + kept_ms)
  end
  return ends > now and ends or nil
end

-- Whether the desk replays it.
local function is_viewed(keys, id)
  local replay = redis.call("HGET", keys[1], "replay")
  return replay and cjson.decode(replay).recordingId == id
end

-- Takes a recording off the desk, with all that is noted of it. That it was deleted stays.
local function drop_recording(keys, id)
  redis.call("HDEL", recordings_of(keys), id)
  redis.call("HDEL", kept_answers_of(keys), id)
  local library = library_of(keys)
  for _, field in ipairs(redis.call("HKEYS", library)) do
    if string.sub(field, 1, #id + 1) == id .. ":" and field ~= id .. ":deleted" then
      redis.call("HDEL", library, field)
    end
  end
end

local function drop_if_over(keys, id, now, kept_ms)
  if not hold_end(keys, id, now, kept_ms) and not is_viewed(keys, id) then
    drop_recording(keys, id)
  end
end

-- That a recording was deleted is forgotten when nobody could hold it again by watching its broadcast.
local function forget_deletions(keys, now)
  local library = library_of(keys)
  for _, field in ipairs(redis.call("HKEYS", library)) do
    local id = string.match(field, "^(.*):deleted$")
    if id and redis.call("HEXISTS", recordings_of(keys), id) == 0 then
      if tonumber(redis.call("HGET", library, field)) + DELETION_KEPT_MS <= now then
        redis.call("HDEL", library, field)
      end
    end
  end
end

-- The list of recordings lives as long as the longest hold, and the desk at least as long as the list; one with members is not
-- touched.
local function keep_with_recordings(keys, now, kept_ms)
  local recordings = recordings_of(keys)
  local last = 0
  for _, id in ipairs(redis.call("HKEYS", recordings)) do
    last = math.max(last, hold_end(keys, id, now, kept_ms) or 0)
  end
  if last == math.huge then
    redis.call("PERSIST", recordings)
  elseif last > 0 then
    redis.call("PEXPIREAT", recordings, string.format("%.0f", last))
  end
  forget_deletions(keys, now)
  if redis.call("HEXISTS", keys[1], "token") == 0 or redis.call("HLEN", keys[4]) > 0 then
    return
  end
  local left_ms = redis.call("PTTL", keys[1])
  -- Without an end it was kept for what was pinned, which may have been all.
  local ends = math.max(last, now + (left_ms < 0 and FORMERLY_PINNED_KEPT_MS or left_ms))
  for at = 1, last_of_desk(keys) do
    if last == math.huge then
      redis.call("PERSIST", keys[at])
    else
      redis.call("PEXPIREAT", keys[at], string.format("%.0f", ends))
    end
  end
end
