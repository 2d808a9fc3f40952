-- Notes how many sockets a gateway has on a desk: the number, not a difference, so that it can be said twice. A desk
-- with members does not expire, and a reap that looked before the join fails.
--
-- KEYS[1]   desk
-- KEYS[2]   stream of the desk's log
-- KEYS[3]   head of the log
-- KEYS[4]   presence: gateway → its sockets on the desk
-- KEYS[5]   answers
-- ARGV[1]   gateway
-- ARGV[2]   its sockets on the desk, one or more
-- returns   "joined" | "absent"
if redis.call("HEXISTS", KEYS[1], "token") == 0 then
  return "absent"
end
redis.call("HSET", KEYS[4], ARGV[1], ARGV[2])
redis.call("HINCRBY", KEYS[1], "joins", 1)
for _, key in ipairs(KEYS) do
  redis.call("PERSIST", key)
end
return "joined"
