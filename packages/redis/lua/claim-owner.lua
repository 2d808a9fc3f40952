-- Makes a worker the owner of what the record guards, if the record still names whom the caller saw there. The new
-- fence is larger than every fence the record ever had, and not below Redis' clock, so that a claim which a fail-over
-- has lost is never issued again. A claim that is sent twice gets its first answer.
--
-- KEYS[1]   owner record
-- ARGV[1]   the writer that the caller judged dead, "" when it saw none
-- ARGV[2]   nonce of this claim
-- ARGV[3]   worker that claims
-- ARGV[4]   "1" when the record expires by itself after a release, and must be kept while it is owned
-- returns   {"claimed", fence} | {"taken"} | {"early", milliseconds until the back-off ends}
--
-- include lib/now.lua
local record = redis.call("HMGET", KEYS[1], "writer", "fence", "notBefore")
local writer = record[1] or ""
if string.sub(writer, 1, #ARGV[2] + 1) == ARGV[2] .. ":" then
  return { "claimed", string.sub(writer, #ARGV[2] + 2) } -- by an earlier call, whose reply was lost
end
if writer ~= ARGV[1] then
  return { "taken" }
end
local now = now_ms()
local notBefore = tonumber(record[3] or "0")
if notBefore > now then
  return { "early", string.format("%.0f", notBefore - now) }
end
-- Records are also made with what they guard, and then hold the fence in the writer's text alone.
local old = math.max(tonumber(record[2] or "0"), tonumber(string.match(writer, ":(%d+)$") or "0"))
local fence = string.format("%.0f", math.max(old + 1, now))
redis.call("HSET", KEYS[1], "writer", ARGV[2] .. ":" .. fence, "worker", ARGV[3], "fence", fence, "sequence", 0)
redis.call("HDEL", KEYS[1], "reply", "notBefore")
if ARGV[4] == "1" then
  redis.call("PERSIST", KEYS[1])
end
return { "claimed", fence }
