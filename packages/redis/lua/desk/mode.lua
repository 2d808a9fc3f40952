-- What a desk shows: the broadcast that it watches (LIVE), or a replay session, which is this desk's alone.
local function set_mode(next_mode, view, reason)
  mode = next_mode
  redis.call("HSET", desk, "mode", mode)
  if view then
    redis.call("HSET", desk, "replay", cjson.encode(view))
  else
    redis.call("HDEL", desk, "replay")
  end
  replay = view
  local changes = redis.call("HINCRBY", desk, "modeChanges", 1)
  append_fact({ type = "modeSet", mode = mode, modeChanges = changes, replay = view, reason = reason })
end

function actions.setMode()
  local viewed = replay and replay.session
  -- The replay that it is about is over: another one is on view, or none.
  if change.ifSession and change.ifSession ~= viewed then
    return "unchanged"
  end
  -- The desk watches another creator since: there is nothing to catch up with.
  if change.reason == "caughtUp" and not (replay and replay.isBehindLive) then
    return "unchanged"
  end
  local view = change.replay
  if mode == change.mode and viewed == (view and view.session) then
    return "unchanged"
  end
  if view then
    view.sinceMs = now
  end
  set_mode(change.mode, view, change.reason)
  return "applied"
end

-- For the replay's owner, who follows the desk's log.
function actions.commandReplay()
  if not replay or replay.session ~= change.session then
    return "unchanged"
  end
  append_fact({ type = "replayCommanded", session = change.session, command = change.command })
  return "applied"
end

-- Whether what the desk watches is recorded for it.
function actions.setRecording()
  local records = redis.call("HGET", desk, "records") ~= "0"
  if records == change.records then
    return "unchanged"
  end
  redis.call("HSET", desk, "records", change.records and "1" or "0")
  append_fact({ type = "recordingSet", records = change.records })
  return "applied"
end
