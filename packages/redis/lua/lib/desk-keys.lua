-- Which key of a desk is which, by the order of `deskKeys`: those that live and go with the desk, then its recordings, which have a
-- life of their own.
local function recordings_of(keys)
  return keys[#keys]
end
local function library_of(keys)
  return keys[6]
end
local function viewer_notes_of(keys)
  return keys[8]
end
local function kept_answers_of(keys)
  return keys[9]
end
local function last_of_desk(keys)
  return #keys - 1
end
-- One that is not there may never have been.
local function is_closed(keys)
  return redis.call("EXISTS", keys[1]) == 1 and redis.call("HEXISTS", keys[1], "token") == 0
end
