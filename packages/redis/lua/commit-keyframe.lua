-- Makes a keyframe, whose slices are stored, the session's keyframe, and forgets the one before together with what
-- workers that died half-way have left.
--
-- KEYS[1]   keyframe hash of the session
-- KEYS[2]   owner record of the session's fold
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   head, JSON
-- ARGV[3…]  fields of the slices, in order
-- returns   "applied" | "fenced" | "missing" when a fail-over has lost a slice
if redis.call("HGET", KEYS[2], "writer") ~= ARGV[1] then
  return "fenced"
end
local kept = { head = true }
for i = 3, #ARGV do
  if redis.call("HEXISTS", KEYS[1], ARGV[i]) == 0 then
    return "missing"
  end
  kept[ARGV[i]] = true
end
redis.call("HSET", KEYS[1], "head", ARGV[2])
for _, field in ipairs(redis.call("HKEYS", KEYS[1])) do
  if not kept[field] then
    redis.call("HDEL", KEYS[1], field)
  end
end
return "applied"
