-- Ends the watch of a desk without members, not its replay: that rests where it is. The reaper found it empty; that is checked again here, where a join is either
-- before or after.
function actions.reap()
  for _, gateway in ipairs(change.dead) do
    redis.call("HDEL", presence, gateway)
  end
  if joins ~= tostring(change.joins) or redis.call("HLEN", presence) > 0 then
    return "occupied"
  end
  expire_desk(ARGV[4], ARGV[8])
  if not creator then
    return "unchanged"
  end
  -- Members that come back find here whom the desk watched.
  redis.call("HSET", desk, "rested", handle)
  end_watch("reaped")
  return "applied"
end
