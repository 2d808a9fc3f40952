-- Sets an alert rule of a desk, or changes one; a new one only below the bound. It lives as long as the desk. Safe to repeat.
--
-- KEYS[1]   desk
-- KEYS[2]   rules: rule → "<ms when it was made>:<JSON>"; and the field "", so that the key exists
-- ARGV[1]   the rule's id
-- ARGV[2]   the rule, JSON
-- ARGV[3]   rules that a desk may have
-- returns   "applied" | "full" | "absent": there is no such desk
--
-- include lib/now.lua
if redis.call("HEXISTS", KEYS[1], "token") == 0 then
  return "absent"
end
local held = redis.call("HGET", KEYS[2], ARGV[1])
redis.call("HSETNX", KEYS[2], "", "")
-- One field more: the empty one.
if not held and redis.call("HLEN", KEYS[2]) > tonumber(ARGV[3]) then
  return "full"
end
local made = held and string.match(held, "^%d+") or string.format("%.0f", now_ms())
redis.call("HSET", KEYS[2], ARGV[1], made .. ":" .. ARGV[2])
-- A desk that was opened before there were rules has the key from here on.
local left_ms = redis.call("PTTL", KEYS[1])
if left_ms > 0 then
  redis.call("PEXPIRE", KEYS[2], left_ms)
end
return "applied"
