-- Which key of a desk is which, by the order of `deskKeys`. All live and go together.
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
-- From the fifth on they are hashes that may have nothing to say. They have an empty field, so that they exist: a slot in migration
-- answers TRYAGAIN to a script as long as one of its keys does not. That of the recordings says until when they need the desk.
local function create_hashes(keys)
  for at = 5, #keys do
    redis.call("HSETNX", keys[at], "", "")
  end
end
-- One that is not there may never have been.
local function is_closed(keys)
  return redis.call("EXISTS", keys[1]) == 1 and redis.call("HEXISTS", keys[1], "token") == 0
end
