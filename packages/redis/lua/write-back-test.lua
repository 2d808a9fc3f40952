-- Writes how far a desk's trial of a rule is, unless another one has taken its place. Safe to repeat.
--
-- KEYS[1]   the desk's trial
-- ARGV[1]   the trial's id
-- ARGV[2]   what is told of it, JSON
-- ARGV[3]   milliseconds that it is kept for
-- ARGV[4]   1: it begins, and takes the place of the one before
-- returns   "applied" | "replaced": another one has begun, or it is over
if ARGV[4] ~= "1" and redis.call("HGET", KEYS[1], "backTestId") ~= ARGV[1] then
  return "replaced"
end
redis.call("HSET", KEYS[1], "backTestId", ARGV[1], "answer", ARGV[2])
redis.call("PEXPIRE", KEYS[1], ARGV[3])
return "applied"
