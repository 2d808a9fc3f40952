-- Grants one call of the language model, if the desk has one left in this hour and everybody together one today. Whoever
-- asks for something that would come too late pays nothing. Guests share a part of the day: desks cost nothing to open, and
-- must not spend what others pay for. A call that is asked for again, because the reply was lost, is
-- granted again, and counts once.
--
-- KEYS[1]   budget: the hour and the day that it counts, and their calls
-- ARGV[1]   the desk
-- ARGV[2]   the call
-- ARGV[3]   moment after which its answer is worth nothing, in epoch milliseconds
-- ARGV[4]   calls of one desk in an hour of UTC
-- ARGV[5]   calls of all in a day of UTC
-- ARGV[6]   of which guests have this many together
-- ARGV[7]   1 for a guest's desk, else 0
-- returns   "granted" | "late" | "desk" | "guests" | "day"
local time = redis.call("TIME")
local seconds = tonumber(time[1])
if seconds * 1000 + tonumber(time[2]) / 1000 >= tonumber(ARGV[3]) then
  return "late"
end

local hour, day = math.floor(seconds / 3600), math.floor(seconds / 86400)
local held = redis.call("HMGET", KEYS[1], "hour", "day", "dayCalls", "guestCalls")
local is_today = tonumber(held[2] or 0) == day
local today = is_today and tonumber(held[3] or 0) or 0
local guests_today = is_today and tonumber(held[4] or 0) or 0
if tonumber(held[1] or 0) ~= hour then
  -- The last hour's desks and calls go.
  redis.call("DEL", KEYS[1])
  redis.call("HSET", KEYS[1], "hour", hour, "day", day, "dayCalls", today, "guestCalls", guests_today)
  redis.call("EXPIRE", KEYS[1], 172800)
end

local call, desk = "call:" .. ARGV[2], "desk:" .. ARGV[1]
if redis.call("HEXISTS", KEYS[1], call) == 1 then
  return "granted"
end
if today >= tonumber(ARGV[5]) then
  return "day"
end
if ARGV[7] == "1" and guests_today >= tonumber(ARGV[6]) then
  return "guests"
end
if tonumber(redis.call("HGET", KEYS[1], desk) or 0) >= tonumber(ARGV[4]) then
  return "desk"
end
redis.call("HSET", KEYS[1], call, "1")
redis.call("HINCRBY", KEYS[1], desk, 1)
redis.call("HINCRBY", KEYS[1], "dayCalls", 1)
if ARGV[7] == "1" then
  redis.call("HINCRBY", KEYS[1], "guestCalls", 1)
end
return "granted"
