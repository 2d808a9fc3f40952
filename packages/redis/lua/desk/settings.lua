-- The desk's language, and whether a language model may word its prompts.
function actions.setLanguage()
  if language == change.language then
    return "unchanged"
  end
  redis.call("HSET", desk, "language", change.language)
  append_fact({ type = "languageSet", language = change.language })
  return "applied"
end

-- A budget of the language model is spent: members are told once, and those that come later find it here.
function actions.limitCoach()
  local limit = change.reason .. ":" .. string.format("%.0f", change.retryAtMs)
  if redis.call("HGET", desk, "coachLimit") == limit then
    return "unchanged"
  end
  redis.call("HSET", desk, "coachLimit", limit)
  append_fact({ type = "coachLimited", reason = change.reason, retryAtMs = change.retryAtMs })
  return "applied"
end

function actions.setCoach()
  if usesModel == change.usesModel then
    return "unchanged"
  end
  redis.call("HSET", desk, "usesModel", change.usesModel and "1" or "0")
  append_fact({ type = "coachSet", usesModel = change.usesModel })
  return "applied"
end
