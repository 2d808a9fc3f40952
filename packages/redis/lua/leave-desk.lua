-- A gateway has no socket on a desk any more. Once nobody has, the desk begins to expire; its watch is the reaper's.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
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
