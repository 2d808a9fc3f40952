-- Whom a desk watches. What follows from a change in the creators' slots is noted, as this script cannot reach them.
local function note(creator_id, action)
  redis.call("HSET", desk, "todo:" .. creator_id, action .. ":" .. generation)
end

-- Also for reap and close.
local function end_watch(reason)
  note(creator, "detach")
  redis.call("HDEL", desk, "creatorId", "handle")
  generation = redis.call("HINCRBY", desk, "generation", 1)
  append_fact({ type = "unwatched", handle = handle, generation = generation, reason = reason })
end

function actions.watch()
  redis.call("HDEL", desk, "rested")
  if creator == change.creatorId then
    -- Asked for again: what follows from it is done again, in case it got lost.
    note(creator, "attach")
    return "unchanged"
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
