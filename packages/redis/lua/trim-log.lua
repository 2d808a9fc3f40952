-- Forgets the entries of a session's log before one, and notes how far. Of a session that somebody holds the recording of it
-- forgets nothing that is not archived.
--
-- KEYS[1]   stream of the log
-- KEYS[2]   head of the log
-- KEYS[3]   recording hash
-- KEYS[4]   holders of the recording
-- KEYS[5]   keyframe hash
-- ARGV[1]   id of the first entry to keep
-- ARGV[2]   position of the keyframe that stands for what is forgotten: a fail-over may have taken it, and then nothing is
--           forgotten; "" where there is none
-- returns   "applied"
--
-- include lib/append-entry.lua
-- include lib/stream-ids.lua
local first = ARGV[1]
if ARGV[2] ~= "" then
  local keyframe = redis.call("HGET", KEYS[5], "head")
  if not keyframe or keyframe == "" or cjson.decode(keyframe).position.id ~= ARGV[2] then
    return "applied"
  end
end
-- One field keeps the key of the holders there.
if redis.call("HLEN", KEYS[4]) > 1 then
  local archived = redis.call("HGET", KEYS[3], "archived")
  if not archived then
    return "applied"
  end
  -- The last archived entry stays: it proves that what is read after it is all there is.
  local upTo = cjson.decode(archived).position.id
  first = is_before(upTo, first) and upTo or first
end
if redis.call("XTRIM", KEYS[1], "MINID", first) > 0 then
  trim_note(KEYS[1], KEYS[2])
end
return "applied"
