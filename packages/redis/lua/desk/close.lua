-- Takes the desk's token: without it a desk is nobody's. The rest expires, once its members have read the last fact.
function actions.close()
  if creator then
    end_watch("closed")
  else
    append_fact({ type = "unwatched", generation = generation, reason = "closed" })
  end
  redis.call("HDEL", desk, "token", "rested")
  expire_desk()
  return "applied"
end
