-- Whom a desk watches. What follows from a change in the creators' slots is noted, as this script cannot reach them.
local function note(creator_id, action)
  redis.call("HSET", desk, "todo:" .. creator_id, action .. ":" .. generation)
end

-- Its replay catches up with no other creator's broadcast than the one that it stepped back in.
local function leave_behind_live()
  if replay and replay.isBehindLive then
    replay.isBehindLive = nil
    redis.call("HSET", desk, "replay", cjson.encode(replay))
  end
end

-- Also for reap and close. A desk that rests comes back to the same creator.
local function end_watch(reason)
  if reason ~= "reaped" then
    leave_behind_live()
  end
  note(creator, "detach")
  redis.call("HDEL", desk, "creatorId", "handle")
  generation = redis.call("HINCRBY", desk, "generation", 1)
  append_fact({ type = "unwatched", handle = handle, generation = generation, reason = reason })
end

function actions.watch()
  local rested = redis.call("HGET", desk, "rested")
  redis.call("HDEL", desk, "rested")
  if creator == change.creatorId then
    -- Asked for again: what follows from it is done again, in case it got lost.
    note(creator, "attach")
    return "unchanged"
  end
  if rested ~= change.handle then
    leave_behind_live()
  end
  if creator then
    note(creator, "detach")
  end
  generation = redis.call("HINCRBY", desk, "generation", 1)
  redis.call("HSET", desk, "creatorId", change.creatorId, "handle", change.handle)
  note(change.creatorId, "attach")
  append_fact({ type = "watched", creatorId = change.creatorId, handle = change.handle, generation = generation })
  return "applied"
end

function actions.unwatch()
  redis.call("HDEL", desk, "rested")
  if not creator then
    return "unchanged"
  end
  end_watch("command")
  return "applied"
end
