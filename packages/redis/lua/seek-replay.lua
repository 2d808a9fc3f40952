-- Moves a replay: begins the next epoch, in which nothing of the one before is left. The log begins with what was before the new
-- position, metrics and documents are those of that position. All or nothing, and once however often it is called.
--
-- KEYS[1]   metrics hash of the session
-- KEYS[2]   owner record, replay
-- KEYS[3]   stream of the log
-- KEYS[4]   head of the log
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   sequence of the step's first entry
-- ARGV[3]   sequence numbers of the step: its entries, or one
-- ARGV[4]   stamp of its entries without the sequence, "role:fence"
-- ARGV[5]   epoch that ends
-- ARGV[6]   the log's sharded channel
-- ARGV[7]   epoch that begins
-- ARGV[8]   lifetime of the metrics hash in milliseconds
-- ARGV[9]   where the replay stands, JSON
-- ARGV[10]  entries of the step, e
-- ARGV[11…] kind, data of each, then field, value … of all metrics and documents
-- returns   {"applied"} | {"fenced"} | {"missing"} when a fail-over lost a step | {"epoch"} | {"absent"}
--
-- include lib/append-entry.lua
-- include lib/replay-step.lua
local metrics, owner, log, head = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local first, count, entries = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[10])
local refused = refuse_step(owner, head, ARGV[1], ARGV[5], first, count)
if refused then
  return refused
end
redis.call("XTRIM", log, "MAXLEN", 0)
redis.call("HSET", head, "epoch", ARGV[7], "last", "0-0", "stamp", "", "trimmed", "0-0")
local last_entry = 10 + 2 * entries
append_step(log, head, ARGV[6], ARGV[4], ARGV[7], first, ARGV, 11, last_entry)
redis.call("DEL", metrics)
redis.call("HSET", metrics, "position", end_position(head), "replay", ARGV[9], unpack(ARGV, last_entry + 1))
redis.call("PEXPIRE", metrics, ARGV[8])
redis.call("HSET", owner, "sequence", string.format("%.0f", first + count - 1))
return { "applied" }
