-- A language model's words for a prompt. Appended and not kept: a member that comes later reads the rule's words, until the
-- next prompt.
function actions.wordPrompt()
  append_fact({ type = "promptWorded", promptId = change.promptId, text = change.text, language = change.language })
  return "applied"
end
