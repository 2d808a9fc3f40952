-- What the desk did about questions of the audience: the last 500 of them.
local MAX_ANSWERS = 500

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

local function mark_question(status, fact)
  if string.match(answer_held(), "^%a+") == status then
    return "unchanged"
  end
  local answer = status .. ":" .. string.format("%.0f", now) .. ":" .. (change.session or "")
  redis.call("HSET", answers, "", "", change.questionId, answer)
  -- One field more: the empty one.
  if redis.call("HLEN", answers) > MAX_ANSWERS + 1 then
    forget_oldest_answer()
  end
  -- A desk that was opened before there were answers has the key from here on.
  local left_ms = redis.call("PTTL", desk)
  if left_ms > 0 then
    redis.call("PEXPIRE", answers, left_ms)
  end
  append_fact({ type = fact, questionId = change.questionId, session = change.session })
  return "applied"
end

function actions.answerQuestion()
  return mark_question("answered", "questionAnswered")
end

function actions.ignoreQuestion()
  return mark_question("ignored", "questionIgnored")
end

function actions.reopenQuestion()
  if redis.call("HDEL", answers, change.questionId) == 0 then
    return "unchanged"
  end
  append_fact({ type = "questionReopened", questionId = change.questionId })
  return "applied"
end
