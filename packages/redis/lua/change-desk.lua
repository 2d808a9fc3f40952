-- Changes a desk, in one step: checks that the change is legal now, applies it, appends the fact to the desk's log, and
-- notes in the fields "todo:<creator>" what follows from it in the creators' slots ("attach:<generation>" or
-- "detach:<generation>"), so that whoever finds the note can finish what its writer has not. A command that its actor sends
-- again changes nothing and gets the first answer; the same id from another actor, or for another change, is another command.
--
-- The actions are in desk/*.lua, one function a change in the table `actions`, by its type. Each gives "applied",
-- "unchanged" or "occupied", and uses the locals that are set here.
--
-- KEYS[1]   desk
-- KEYS[2]   stream of the desk's log
-- KEYS[3]   head of the log
-- KEYS[4]   presence: gateway → its sockets on the desk
-- KEYS[5]   answers: question → "answered:<ms>:<session>" or "ignored:<ms>:<session>"; and the field "", so that the key exists
-- KEYS[6…]  what else belongs to the desk, its recordings last: see `deskKeys`
-- ARGV[1]   id of the command
-- ARGV[2]   stamp of the entry, without the desk's count of facts
-- ARGV[3]   the log's sharded channel
-- ARGV[4]   milliseconds that a desk without members is kept for
-- ARGV[5]   the change, JSON: {type = "watch", creatorId, handle} | {type = "unwatch"} | {type = "setLanguage", language}
--           | {type = "answerQuestion" | "ignoreQuestion", questionId, session or nothing}
--           | {type = "reopenQuestion", questionId} | {type = "setCoach", usesModel}
--           | {type = "limitCoach", reason, retryAtMs}
--           | {type = "wordPrompt", promptId, text, language}
--           | {type = "setMode", mode, replay = {session, recordingId, isBehindLive or nothing} in REPLAY, reason,
--             ifSession or nothing: only if the desk views this replay session}
--           | {type = "commandReplay", session, command} | {type = "setRecording", records}
--           | {type = "dataChanged", data, recordingId or nothing} | {type = "reap", joins, dead = {gateway …}} | {type = "close"}; and commandId if the client chose one
-- ARGV[6]   who chose the command's id, the actor; "" when that is not known: whoever asked for the same
-- ARGV[7]   digest of what is asked for
-- ARGV[8]   as ARGV[4], of a desk that never watched anybody
-- returns   {"applied" | "unchanged" | "occupied" | "absent", generation, "repeated" for a command that is known or "",
--           what the desk holds of the change's question now or ""}
--
-- include lib/append-entry.lua
-- include lib/expire-desk.lua
-- include lib/now.lua
local desk, log, head, presence, answers = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local held = redis.call(
  "HMGET", desk, "token", "generation", "creatorId", "handle", "language", "joins", "recent", "usesModel", "mode", "replay"
)
if not held[1] then
  return { "absent", "0", "", "" }
end
local generation, creator, handle, language, joins = tonumber(held[2]), held[3], held[4], held[5], held[6]
local recent = held[7] and cjson.decode(held[7]) or {}
local usesModel = held[8] == "1"
local mode, replay = held[9], held[10] and cjson.decode(held[10]) or nil
local change = cjson.decode(ARGV[5])
local now = now_ms()

local function answer_held()
  return change.questionId and redis.call("HGET", answers, change.questionId) or ""
end

-- An answer of three parts is from before actors were kept: anybody's.
local function is_repeated(answer)
  local actor, asked = answer[4], answer[5]
  local is_same = not actor or (asked == ARGV[7] and (ARGV[6] == "" or actor == ARGV[6]))
  return answer[1] == ARGV[1] and is_same
end

for _, answer in ipairs(recent) do
  if is_repeated(answer) then
    return { answer[2], answer[3], "repeated", answer_held() }
  end
end

local function append_fact(fact)
  fact.atMs = now
  fact.commandId = change.commandId
  local stamp = ARGV[2] .. ":" .. redis.call("HINCRBY", desk, "facts", 1)
  append_entry(log, head, ARGV[3], stamp, 1, "desk", "[" .. cjson.encode(fact) .. "]", 1000)
end

local actions = {}
-- include desk/watch.lua
-- include desk/settings.lua
-- include desk/questions.lua
-- include desk/mode.lua
-- include desk/prompts.lua
-- include desk/data.lua
-- include desk/reap.lua
-- include desk/close.lua

local outcome = actions[change.type]()
-- These are safe to repeat by themselves.
local is_repeatable = change.type == "reap" or change.type == "close" or change.type == "dataChanged"
if not is_repeatable then
  table.insert(recent, { ARGV[1], outcome, tostring(generation), ARGV[6], ARGV[7] })
  if #recent > 32 then
    table.remove(recent, 1)
  end
  redis.call("HSET", desk, "recent", cjson.encode(recent))
end
return { outcome, tostring(generation), "", answer_held() }
