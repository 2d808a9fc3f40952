-- Takes a desk's watch away, unless a newer watch of this desk has come in the meantime.
--
-- KEYS[1]   watchers of the creator: desk → generation
-- ARGV[1]   desk
-- ARGV[2]   generation of the watch that ends
-- returns   {"detached" | "absent" | "newer", watchers that are left}
local held = redis.call("HGET", KEYS[1], ARGV[1])
local word = "absent"
if held then
  word = "newer"
  if tonumber(held) <= tonumber(ARGV[2]) then
    redis.call("HDEL", KEYS[1], ARGV[1])
    word = "detached"
  end
end
return { word, redis.call("HLEN", KEYS[1]) }
