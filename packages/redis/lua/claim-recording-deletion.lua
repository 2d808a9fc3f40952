-- Sees that no desk holds a recording, and keeps it so while its objects are deleted: new holds are refused.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- returns   {"going", ""} | {"held", when the first desk is to be asked, epoch ms} | {"unknown", ""}: nothing says that there were desks
--
-- include lib/recording-desks.lua
local first = redis.call("ZRANGE", KEYS[1], 0, 0, "WITHSCORES")
if not first[1] then
  return { "unknown", "" }
end
if first[1] ~= NONE and first[1] ~= GOING then
  return { "held", first[2] }
end
mark(KEYS[1], GOING)
return { "going", "" }
