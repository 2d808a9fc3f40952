-- Makes a log's head and its (empty) stream, so that every key a script names exists: a slot in migration answers
-- TRYAGAIN to a script as long as one of its keys does not. Changes nothing when the log exists.
--
-- log, head   stream and head hash of the log
-- epoch       epoch of a new log
local function create_log(log, head, epoch)
  if redis.call("HSETNX", head, "epoch", epoch) == 0 then
    return
  end
  redis.call("HSET", head, "last", "0-0", "stamp", "", "trimmed", "0-0")
  if redis.call("EXISTS", log) == 0 then
    -- The one way to an empty stream: a group makes it, and it stays when the group goes.
    redis.call("XGROUP", "CREATE", log, "new", "$", "MKSTREAM")
    redis.call("XGROUP", "DESTROY", log, "new")
  end
end
