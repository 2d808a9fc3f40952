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
--
-- include lib/expire-desk.lua
redis.call("HDEL", KEYS[4], ARGV[1])
if redis.call("HLEN", KEYS[4]) == 0 then
  expire_desk(ARGV[2], ARGV[3])
end
return "left"
