-- Grants one call of the language model, if the desk has one left in this hour and everybody together one today. Whoever
-- asks for something that would come too late pays nothing. A call that is asked for again, because the reply was lost, is
-- granted again, and counts once.
--
-- KEYS[1]   budget: the hour and the day that it counts, and their calls
-- ARGV[1]   the desk
-- ARGV[2]   the call
-- ARGV[3]   moment after which its answer is worth nothing, in epoch milliseconds
-- ARGV[4]   calls of one desk in an hour of UTC
-- ARGV[5]   calls of all in a day of UTC
-- returns   "granted" | "late" | "desk" | "day"
local time = redis.call("TIME")
local seconds = tonumber(time[1])
if seconds * 1000 + tonumber(time[2]) / 1000 >= tonumber(ARGV[3]) then
  return "late"
end

local hour, day = math.floor(seconds / 3600), math.floor(seconds / 86400)
local held = redis.call("HMGET", KEYS[1], "hour", "day", "dayCalls")
local today = tonumber(held[2] or 0) == day and tonumber(held[3] or 0) or 0
if tonumber(held[1] or 0) ~= hour then
  -- The last hour's desks and calls go.
  redis.call("DEL", KEYS[1])
  redis.call("HSET", KEYS[1], "hour", hour, "day", day, "dayCalls", today)
  redis.call("EXPIRE", KEYS[1], 172800)
end

local call, desk = "call:" .. ARGV[2], "desk:" .. ARGV[1]
if redis.call("HEXISTS", KEYS[1], call) == 1 then
  return "granted"
end
if today >= tonumber(ARGV[5]) then
  return "day"
end
if tonumber(redis.call("HGET", KEYS[1], desk) or 0) >= tonumber(ARGV[4]) then
  return "desk"
end
redis.call("HSET", KEYS[1], call, "1")
redis.call("HINCRBY", KEYS[1], desk, 1)
redis.call("HINCRBY", KEYS[1], "dayCalls", 1)
return "granted"
