-- Something that members read over HTTP is another now: they ask for it again. The same twice is harmless.
function actions.dataChanged()
  append_fact({ type = "dataChanged", data = change.data, recordingId = change.recordingId })
  return "applied"
end
