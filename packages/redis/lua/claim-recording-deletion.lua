-- Sees that no desk holds a recording, and keeps it so while its objects are deleted: its member "" refuses new holds. Should nobody
-- finish that, the key goes by itself.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- ARGV[1]   milliseconds after which the key goes
-- returns   {"going", ""} | {"held", when the first desk is to be asked, epoch ms}
local first = redis.call("ZRANGE", KEYS[1], 0, 0, "WITHSCORES")
if first[1] and first[1] ~= "" then
  return { "held", first[2] }
end
redis.call("ZADD", KEYS[1], "+inf", "")
redis.call("PEXPIRE", KEYS[1], ARGV[1])
return { "going", "" }
