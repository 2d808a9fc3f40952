-- Notes how many sockets a gateway has on a desk: the number, not a difference, so that it can be said twice. A desk
-- with members does not expire, and a reap that looked before the join fails.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   gateway
-- ARGV[2]   its sockets on the desk, one or more
-- returns   "joined" | "absent"
--
-- include lib/desk-keys.lua
if redis.call("HEXISTS", KEYS[1], "token") == 0 then
  return "absent"
end
redis.call("HSET", KEYS[4], ARGV[1], ARGV[2])
redis.call("HINCRBY", KEYS[1], "joins", 1)
create_hashes(KEYS) -- of a desk that is older than some of them
for _, key in ipairs(KEYS) do
  redis.call("PERSIST", key)
end
return "joined"
