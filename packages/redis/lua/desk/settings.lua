-- The desk's language, and whether a language model may word its prompts.
function actions.setLanguage()
  if language == change.language then
    return "unchanged"
  end
  redis.call("HSET", desk, "language", change.language)
  append_fact({ type = "languageSet", language = change.language })
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
