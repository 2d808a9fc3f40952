-- Stores one slice of a keyframe in the making. Nobody sees it before commit-keyframe.lua names it.
--
-- KEYS[1]   keyframe hash of the session
-- KEYS[2]   owner record of the session's fold
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   field of the slice, "generation/number"
-- ARGV[3]   the slice, binary
-- returns   "applied" | "fenced"
if redis.call("HGET", KEYS[2], "writer") ~= ARGV[1] then
  return "fenced"
end
redis.call("HSET", KEYS[1], ARGV[2], ARGV[3])
return "applied"
