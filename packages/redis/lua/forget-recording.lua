-- Ends what a session knows of a recording whose objects are to be deleted, if it is over and nobody holds it: it is not recorded any
-- more, though its room be opened again.
--
-- KEYS[1]   session hash
-- KEYS[2]   recording hash
-- KEYS[3]   holders
-- KEYS[4]   segments
-- ARGV[1]   when the recording's session was first opened
-- returns   {"forgotten"} | {"elsewhere"}: the session is gone, or has another recording | {"open"}: it goes on
--           | {"held", desk …}
--
-- include lib/now.lua
local session = redis.call("HMGET", KEYS[1], "sinceMs", "state")
if session[1] ~= ARGV[1] then
  return { "elsewhere" }
end
local now, held = now_ms(), { "held" }
local holders = redis.call("HGETALL", KEYS[3])
for at = 1, #holders, 2 do
  if holders[at] ~= "" and tonumber(holders[at + 1]) > now then
    table.insert(held, holders[at])
  end
end
if #held > 1 then
  return held
end
if session[2] == "open" and redis.call("HGET", KEYS[2], "state") ~= "deleted" then
  return { "open" }
end
if redis.call("EXISTS", KEYS[2]) == 1 then
  redis.call("HSET", KEYS[2], "state", "deleted")
  redis.call("HDEL", KEYS[2], "archived", "broadcast")
  redis.call("LTRIM", KEYS[4], 0, 0)
end
return { "forgotten" }
