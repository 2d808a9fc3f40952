-- Removes an id from the index, unless somebody added it again since the caller looked, or added it so lately that the
-- watch it announces may still be on its way.
--
-- KEYS[1]   wanted ids of an index shard, by the time they were last added
-- ARGV[1]   the id
-- ARGV[2]   the score that the caller saw
-- ARGV[3]   milliseconds for which an id stays at least
-- returns   "removed" | "newer" | "young" | "absent"
local held = redis.call("ZSCORE", KEYS[1], ARGV[1])
if not held then
  return "absent"
end
if tonumber(held) ~= tonumber(ARGV[2]) then
  return "newer"
end
local time = redis.call("TIME")
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
if now - tonumber(held) < tonumber(ARGV[3]) * 1000 then
  return "young"
end
redis.call("ZREM", KEYS[1], ARGV[1])
return "removed"
