-- Takes the desk's token: without it a desk is nobody's. The rest expires, once its members have read the last fact.
function actions.close()
  if replay then
    set_mode("LIVE", nil, "command")
  end
  if creator then
    end_watch("closed")
  else
    append_fact({ type = "unwatched", generation = generation, reason = "closed" })
  end
  redis.call("HDEL", desk, "token", "rested")
  expire_desk(ARGV[4], ARGV[8])
  return "applied"
end
