-- Desks of a recording, by when each is to be asked, and two members that are none, at the end: NONE says that the last desk gave it
-- up, as a key that is not there may have been lost; GOING that its objects are being deleted, until which no desk may hold it.
--
-- desks       the sorted set
local NONE, GOING = "none", "going"

-- Should nobody ever look, the key goes by itself.
local MARK_KEPT_MS = 90 * 24 * 3600 * 1000

local function mark(desks, member)
  redis.call("ZREM", desks, NONE, GOING)
  redis.call("ZADD", desks, "+inf", member)
  redis.call("PEXPIRE", desks, MARK_KEPT_MS)
end

local function mark_if_none(desks)
  if redis.call("ZCARD", desks) == 0 then
    mark(desks, NONE)
  end
end
