-- A gateway has no socket on a desk any more. Once nobody has, the desk begins to expire; its watch is the reaper's.
--
-- KEYS[1]   desk
-- KEYS[2]   stream of the desk's log
-- KEYS[3]   head of the log
-- KEYS[4]   presence: gateway → its sockets on the desk
-- KEYS[5]   answers
-- ARGV[1]   gateway
-- ARGV[2]   milliseconds that a desk without members is kept for
-- ARGV[3]   the same of a desk that never watched anybody
-- returns   "left"
redis.call("HDEL", KEYS[4], ARGV[1])
if redis.call("HLEN", KEYS[4]) == 0 then
  local kept = redis.call("HGET", KEYS[1], "generation") == "0" and ARGV[3] or ARGV[2]
  for _, key in ipairs(KEYS) do
    redis.call("PEXPIRE", key, kept)
  end
end
return "left"
