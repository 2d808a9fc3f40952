-- When a closed session goes. One that is recorded goes once its recording is complete, as its log is all there is until then.
--
-- keys        all keys of the session, in the order of `sessionKeys`: the session hash first, recording and holders 8th and 9th
-- returns     whether somebody holds the recording, and it is not complete
local function is_being_recorded(keys)
  -- One field keeps the key of the holders there.
  return redis.call("HGET", keys[8], "state") == "growing" and redis.call("HLEN", keys[9]) > 1
end

-- Begins the retention that the session was closed with; changes nothing while it is open.
local function expire_if_closed(keys)
  local seconds = redis.call("HGET", keys[1], "keptSeconds")
  if not seconds or redis.call("HGET", keys[1], "state") == "open" then
    return
  end
  for _, key in ipairs(keys) do
    redis.call("EXPIRE", key, seconds)
  end
end
