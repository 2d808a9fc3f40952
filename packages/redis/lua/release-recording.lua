-- A desk holds a session's recording no more. A closed session that waited for its recording begins to expire when nobody is left.
--
-- KEYS      all keys of the session
-- ARGV[1]   desk
-- returns   holders that are left
--
-- include lib/session-expiry.lua
if redis.call("HDEL", KEYS[9], ARGV[1]) == 1 and redis.call("HLEN", KEYS[9]) == 1 then
  expire_if_closed(KEYS)
end
return math.max(0, redis.call("HLEN", KEYS[9]) - 1)
