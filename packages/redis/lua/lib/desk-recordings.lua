-- What a desk holds, and for how long.
--
-- keys        all keys of a desk, in the order of `deskKeys`
-- now         epoch ms
-- kept_ms     milliseconds for which what was deleted can be restored
-- include lib/desk-keys.lua

-- A desk that deleted a recording does not hold it again while its broadcast may go on.
local DELETION_KEPT_MS = 48 * 3600 * 1000
local UNPINNED_DESK_KEPT_MS = 24 * 3600 * 1000

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

local function recording_ids(keys)
  local ids = {}
  for _, id in ipairs(redis.call("HKEYS", recordings_of(keys))) do
    if id ~= "" then
      table.insert(ids, id)
    end
  end
  return ids
end

-- Notes until when the recordings need the desk, which lives as long at least; one with members is not touched.
local function keep_with_recordings(keys, now, kept_ms)
  local last = 0
  for _, id in ipairs(recording_ids(keys)) do
    last = math.max(last, hold_end(keys, id, now, kept_ms) or 0)
  end
  local is_pinned = last == math.huge
  local needed = last == 0 and "" or is_pinned and "pinned" or string.format("%.0f", last)
  redis.call("HSET", recordings_of(keys), "", needed)
  forget_deletions(keys, now)
  local is_desk = redis.call("HEXISTS", keys[1], "token") == 1
  if is_desk and redis.call("HLEN", keys[4]) > 0 then
    return
  end
  local left_ms = redis.call("PTTL", keys[1])
  -- Without an end it was kept for what was pinned, which may have been all. What is no desk's, or a closed one's, is not kept for ever.
  local ends = math.max(is_pinned and 0 or last, now + (left_ms < 0 and UNPINNED_DESK_KEPT_MS or left_ms))
  for at, key in ipairs(keys) do
    if is_pinned and is_desk then
      redis.call("PERSIST", key)
    elseif is_desk or at > 4 then
      redis.call("PEXPIREAT", key, string.format("%.0f", ends))
    end
  end
end
