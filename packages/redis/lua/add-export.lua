-- Adds an export to a desk's, unless it has as many as it may, and forgets those that are over.
--
-- KEYS[1]   exports of the desk
-- ARGV[1]   id of the export
-- ARGV[2]   the export, JSON
-- ARGV[3]   until when it is kept, epoch ms: the latest of all, as all are kept equally long
-- ARGV[4]   how many a desk may have …
-- ARGV[5]   … and of these, how many that are not made yet
-- returns   "added", also by an earlier call | "full" | "busy"
--
-- include lib/now.lua
local now = now_ms()
local held = redis.call("HGETALL", KEYS[1])
local kept, unmade = 0, 0
for i = 1, #held, 2 do
  local export = cjson.decode(held[i + 1])
  if held[i] == ARGV[1] then
    return "added"
  elseif export.untilMs <= now then
    redis.call("HDEL", KEYS[1], held[i])
  else
    kept = kept + 1
    if export.state == "waiting" or export.state == "running" then
      unmade = unmade + 1
    end
  end
end
if unmade >= tonumber(ARGV[5]) then
  return "busy"
end
if kept >= tonumber(ARGV[4]) then
  return "full"
end
redis.call("HSET", KEYS[1], ARGV[1], ARGV[2])
redis.call("PEXPIREAT", KEYS[1], ARGV[3])
return "added"
