-- Goes on with a replay: appends what is shown now, and writes metrics, documents, where it stands and the last command
-- obeyed. All or nothing, and once however often it is called: so a kill at any moment neither loses nor repeats.
--
-- KEYS[1]   metrics hash of the session
-- KEYS[2]   owner record, replay
-- KEYS[3]   stream of the log
-- KEYS[4]   head of the log
-- ARGV[1]   the writer, "nonce:fence"
-- ARGV[2]   sequence of the step's first entry
-- ARGV[3]   sequence numbers of the step: its entries, or one
-- ARGV[4]   stamp of its entries without the sequence, "role:fence"
-- ARGV[5]   epoch
-- ARGV[6]   the log's sharded channel
-- ARGV[7]   time in milliseconds after which an entry is forgotten …
-- ARGV[8]   … of those beyond this many
-- ARGV[9]   where the replay stands, JSON
-- ARGV[10]  entries of the step, e
-- ARGV[11…] kind, data of each, then field, value … of what changed
-- returns   {"applied"} | {"fenced"} | {"missing"} when a fail-over lost a step | {"epoch"} | {"absent"}
--
-- include lib/append-entry.lua
-- include lib/replay-step.lua
-- include lib/now.lua
local metrics, owner, log, head = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local first, count, entries = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[10])
local refused = refuse_step(owner, head, ARGV[1], ARGV[5], first, count)
if refused then
  return refused
end
local last_entry = 10 + 2 * entries
append_step(log, head, ARGV[6], ARGV[4], ARGV[5], first, ARGV, 11, last_entry)
redis.call("HSET", metrics, "position", end_position(head), "replay", ARGV[9], unpack(ARGV, last_entry + 1))
redis.call("HSET", owner, "sequence", string.format("%.0f", first + count - 1))
local surplus = redis.call("XLEN", log) - tonumber(ARGV[8])
if surplus > 0 then
  local oldest = string.format("%.0f", now_ms() - tonumber(ARGV[7]))
  if redis.call("XTRIM", log, "MINID", "~", oldest, "LIMIT", surplus) > 0 then
    trim_note(log, head)
  end
end
return { "applied" }
