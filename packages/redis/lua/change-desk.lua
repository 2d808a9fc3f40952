-- Changes a desk, in one step: checks that the change is legal now, applies it, appends the fact to the desk's log, and
-- notes in the fields "todo:<creator>" what follows from it in the creators' slots ("attach:<generation>" or
-- "detach:<generation>"), so that whoever finds the note can finish what its writer has not. A command that is sent
-- again changes nothing and gets the first answer.
--
-- KEYS[1]   desk
-- KEYS[2]   stream of the desk's log
-- KEYS[3]   head of the log
-- KEYS[4]   presence: gateway → its sockets on the desk
-- KEYS[5]   answers: question → "answered:<ms>:<session>" or "ignored:<ms>:<session>"; and the field "", so that the key exists
-- ARGV[1]   id of the command
-- ARGV[2]   stamp of the entry, without the desk's count of facts
-- ARGV[3]   the log's sharded channel
-- ARGV[4]   milliseconds that a desk without members is kept for
-- ARGV[5]   the change, JSON: {type = "watch", creatorId, handle} | {type = "unwatch"} | {type = "setLanguage", language}
--           | {type = "answerQuestion" | "ignoreQuestion", questionId, session or nothing}
--           | {type = "reopenQuestion", questionId} | {type = "setCoach", usesModel}
--           | {type = "wordPrompt", promptId, text, language}
--           | {type = "reap", joins, dead = {gateway …}} | {type = "close"}; and commandId if the client chose one
-- returns   {"applied" | "unchanged" | "occupied" | "absent", generation, "repeated" for a command that is known or "",
--           what the desk holds of the change's question now or ""}
--
-- include lib/append-entry.lua
-- include lib/now.lua
local desk, log, head, presence, answers = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local MOST_ANSWERS = 500
local held =
  redis.call("HMGET", desk, "token", "generation", "creatorId", "handle", "language", "joins", "recent", "usesModel")
if not held[1] then
  return { "absent", "0", "", "" }
end
local generation, creator, handle, language = tonumber(held[2]), held[3], held[4], held[5]
local change = cjson.decode(ARGV[5])
local recent = held[7] and cjson.decode(held[7]) or {}

local function answer_held()
  return change.questionId and redis.call("HGET", answers, change.questionId) or ""
end

for _, answer in ipairs(recent) do
  if answer[1] == ARGV[1] then
    return { answer[2], answer[3], "repeated", answer_held() }
  end
end

local now = now_ms()

local function tell(fact)
  fact.atMs = now
  fact.commandId = change.commandId
  local stamp = ARGV[2] .. ":" .. redis.call("HINCRBY", desk, "facts", 1)
  append_entry(log, head, ARGV[3], stamp, 1, "desk", "[" .. cjson.encode(fact) .. "]", 1000)
end

local function end_watch(reason)
  redis.call("HSET", desk, "todo:" .. creator, "detach:" .. generation)
  redis.call("HDEL", desk, "creatorId", "handle")
  generation = redis.call("HINCRBY", desk, "generation", 1)
  tell({ type = "unwatched", handle = handle, generation = generation, reason = reason })
end

local actions = {}

function actions.watch()
  redis.call("HDEL", desk, "rested")
  if creator == change.creatorId then
    -- Said again: what follows from it is done again, in case it got lost.
    redis.call("HSET", desk, "todo:" .. creator, "attach:" .. generation)
    return "unchanged"
  end
  if creator then
    redis.call("HSET", desk, "todo:" .. creator, "detach:" .. generation)
  end
  generation = redis.call("HINCRBY", desk, "generation", 1)
  redis.call("HSET", desk, "creatorId", change.creatorId, "handle", change.handle)
  redis.call("HSET", desk, "todo:" .. change.creatorId, "attach:" .. generation)
  tell({ type = "watched", creatorId = change.creatorId, handle = change.handle, generation = generation })
  return "applied"
end

function actions.unwatch()
  redis.call("HDEL", desk, "rested")
  if not creator then
    return "unchanged"
  end
  end_watch("command")
  return "applied"
end

function actions.setLanguage()
  if language == change.language then
    return "unchanged"
  end
  redis.call("HSET", desk, "language", change.language)
  tell({ type = "languageSet", language = change.language })
  return "applied"
end

local function forget_oldest_answer()
  local all = redis.call("HGETALL", answers)
  local oldest, oldest_ms
  for at = 1, #all, 2 do
    local ms = tonumber(string.match(all[at + 1], ":(%d+)"))
    if all[at] ~= "" and ms and (not oldest_ms or ms < oldest_ms) then
      oldest, oldest_ms = all[at], ms
    end
  end
  redis.call("HDEL", answers, oldest)
end

local function settle_question(status, fact)
  if string.match(answer_held(), "^%a+") == status then
    return "unchanged"
  end
  local answer = status .. ":" .. string.format("%.0f", now) .. ":" .. (change.session or "")
  redis.call("HSET", answers, "", "", change.questionId, answer)
  if redis.call("HLEN", answers) > MOST_ANSWERS + 1 then
    forget_oldest_answer()
  end
  -- A desk that was opened before there were answers has the key from here on.
  local left_ms = redis.call("PTTL", desk)
  if left_ms > 0 then
    redis.call("PEXPIRE", answers, left_ms)
  end
  tell({ type = fact, questionId = change.questionId, session = change.session })
  return "applied"
end

function actions.answerQuestion()
  return settle_question("answered", "questionAnswered")
end

function actions.ignoreQuestion()
  return settle_question("ignored", "questionIgnored")
end

function actions.reopenQuestion()
  if redis.call("HDEL", answers, change.questionId) == 0 then
    return "unchanged"
  end
  tell({ type = "questionReopened", questionId = change.questionId })
  return "applied"
end

function actions.setCoach()
  if (held[8] == "1") == change.usesModel then
    return "unchanged"
  end
  redis.call("HSET", desk, "usesModel", change.usesModel and "1" or "0")
  tell({ type = "coachSet", usesModel = change.usesModel })
  return "applied"
end

-- Not kept: who comes later reads the rule's words, until the next prompt.
function actions.wordPrompt()
  tell({ type = "promptWorded", promptId = change.promptId, text = change.text, language = change.language })
  return "applied"
end

-- Nobody was here when the reaper looked: it is asked again here, where a join is either before or after.
function actions.reap()
  for _, gateway in ipairs(change.dead) do
    redis.call("HDEL", presence, gateway)
  end
  if held[6] ~= tostring(change.joins) or redis.call("HLEN", presence) > 0 then
    return "occupied"
  end
  for _, key in ipairs(KEYS) do
    redis.call("PEXPIRE", key, ARGV[4])
  end
  if not creator then
    return "unchanged"
  end
  -- Whoever comes back finds here whom the desk watched.
  redis.call("HSET", desk, "rested", handle)
  end_watch("reaped")
  return "applied"
end

-- Without its token a desk is nobody's; what is left of it goes by itself, once its members have read the last fact.
function actions.close()
  if creator then
    end_watch("closed")
  else
    tell({ type = "unwatched", generation = generation, reason = "closed" })
  end
  redis.call("HDEL", desk, "token", "rested")
  for _, key in ipairs(KEYS) do
    redis.call("PEXPIRE", key, ARGV[4])
  end
  return "applied"
end

local outcome = actions[change.type]()
-- A reap and a close are safe to repeat by themselves.
if change.type ~= "reap" and change.type ~= "close" then
  table.insert(recent, { ARGV[1], outcome, tostring(generation) })
  if #recent > 32 then
    table.remove(recent, 1)
  end
  redis.call("HSET", desk, "recent", cjson.encode(recent))
end
return { outcome, tostring(generation), "", answer_held() }
