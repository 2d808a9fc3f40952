-- Sets what a desk notes of a viewer, or removes it.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the viewer
-- ARGV[2]   note and tags, JSON; "" removes them
-- ARGV[3]   viewers of whom one desk may note something
-- returns   "applied" | "unchanged" | "full" | "absent": there is no such desk
--
-- include lib/desk-keys.lua
if redis.call("HEXISTS", KEYS[1], "token") == 0 then
  return "absent"
end
local notes = viewer_notes_of(KEYS)
local before = redis.call("HGET", notes, ARGV[1])
if (before or "") == ARGV[2] then
  return "unchanged"
end
if ARGV[2] == "" then
  redis.call("HDEL", notes, ARGV[1])
  return "applied"
end
if not before and redis.call("HLEN", notes) - redis.call("HEXISTS", notes, "") >= tonumber(ARGV[3]) then
  return "full"
end
redis.call("HSET", notes, ARGV[1], ARGV[2])
-- It goes when the desk goes.
local left_ms = redis.call("PTTL", KEYS[1])
if left_ms > 0 then
  redis.call("PEXPIRE", notes, left_ms)
end
return "applied"
