-- Takes a claim to delete a recording back: it may be held again.
--
-- KEYS[1]   desks of the recording, by when each is to be asked
-- returns   "applied"
--
-- include lib/recording-desks.lua
if redis.call("ZSCORE", KEYS[1], GOING) then
  mark(KEYS[1], NONE)
end
return "applied"
