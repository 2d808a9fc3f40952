-- Asks whoever folds a session to write documents, unless they are as good as new. A call that is sent twice asks twice: the
-- fold writes nothing a second time that has not changed.
--
-- KEYS[1]  metrics hash of the session
-- KEYS[2]  owner record of the session's fold
-- ARGV[1]  the log's sharded channel, which the fold follows
-- ARGV[2]  what to say there
-- ARGV[3]  time, epoch ms, up to which the documents are as good as new
-- returns  {"asked", id of the position that the metrics are as of} | {"current"} | {"unowned"}
--
-- include lib/now.lua
local writer = redis.call("HGET", KEYS[2], "writer")
if not writer or writer == "" then
  return { "unowned" }
end
if now_ms() < tonumber(ARGV[3]) then
  return { "current" }
end
redis.call("SPUBLISH", ARGV[1], ARGV[2])
local json = redis.call("HGET", KEYS[1], "position")
return { "asked", json and json ~= "" and cjson.decode(json).id or "0-0" }
