-- Changes what a desk notes of a recording that it holds, or of a sample. Each aspect is a field of its own, so that two members who
-- change two of them both find theirs.
--
-- KEYS      all keys of the desk, in the order of `deskKeys`
-- ARGV[1]   id of the recording
-- ARGV[2]   the change, JSON: {type = "note", name, zeroMs = false: remove it, or nothing, isPinned or nothing}
--           | {type = "bookmark", bookmarkId, atMs, text} | {type = "removeBookmark", bookmarkId}
--           | {type = "delete"} | {type = "restore"}
-- ARGV[3]   "sample" or ""
-- ARGV[4]   most bookmarks of a recording
-- ARGV[5]   most fields of all recordings
-- ARGV[6]   milliseconds for which what was deleted can be restored
-- ARGV[7]   milliseconds for which what is unpinned stays at least
-- returns   {"applied" | "unchanged" | "absent": the desk holds no such recording | "full", field, value …: all that is noted of it}
--
-- include lib/now.lua
-- include lib/desk-recordings.lua
local id, change, is_sample = ARGV[1], cjson.decode(ARGV[2]), ARGV[3] == "sample"
local now, kept_ms = now_ms(), tonumber(ARGV[6])
local library = library_of(KEYS)
local deleted = id .. ":deleted"

local function noted()
  local flat = redis.call("HGETALL", library)
  local own = {}
  for at = 1, #flat, 2 do
    if string.sub(flat[at], 1, #id + 1) == id .. ":" then
      table.insert(own, string.sub(flat[at], #id + 2))
      table.insert(own, flat[at + 1])
    end
  end
  return own
end

local function answer(word)
  return { word, unpack(noted()) }
end

if not is_sample and not hold_end(KEYS, id, now, kept_ms) then
  return { "absent" }
end
local is_deleted = redis.call("HEXISTS", library, deleted) == 1
if is_deleted and change.type ~= "delete" and change.type ~= "restore" then
  return { "absent" }
end

local is_full = false
local function set(aspect, value)
  local field = id .. ":" .. aspect
  if redis.call("HGET", library, field) == value then
    return false
  end
  if redis.call("HEXISTS", library, field) == 0 and redis.call("HLEN", library) - redis.call("HEXISTS", library, "") >= tonumber(ARGV[5]) then
    is_full = true
    return false
  end
  redis.call("HSET", library, field, value)
  return true
end

local function remove(aspect)
  return redis.call("HDEL", library, id .. ":" .. aspect) == 1
end

-- Of what there is to change, false stands for its removal.
local function set_or_remove(aspect, value)
  if value == nil then
    return false
  end
  if value == false then
    return remove(aspect)
  end
  return set(aspect, value)
end

local function bookmarks()
  local count = 0
  for _, field in ipairs(redis.call("HKEYS", library)) do
    if string.sub(field, 1, #id + 10) == id .. ":bookmark:" then
      count = count + 1
    end
  end
  return count
end

-- An unpinned one whose lease was over long ago would be gone at once.
local function keep_unpinned()
  local held = redis.call("HGET", recordings_of(KEYS), id)
  if held then
    local lease = cjson.decode(held)
    lease.untilMs = math.max(lease.untilMs, now + ARGV[7])
    redis.call("HSET", recordings_of(KEYS), id, cjson.encode(lease))
  end
end

local actions = {}

function actions.note()
  local is_renamed = set_or_remove("name", change.name)
  local is_moved = set_or_remove("zero", change.zeroMs and string.format("%.0f", change.zeroMs) or change.zeroMs)
  local is_pinned = set_or_remove("pinned", change.isPinned and "1" or change.isPinned)
  if is_pinned and not change.isPinned then
    keep_unpinned()
  end
  return is_renamed or is_moved or is_pinned
end

function actions.bookmark()
  local aspect = "bookmark:" .. change.bookmarkId
  if redis.call("HEXISTS", library, id .. ":" .. aspect) == 0 and bookmarks() >= tonumber(ARGV[4]) then
    is_full = true
    return false
  end
  return set(aspect, cjson.encode({ atMs = change.atMs, text = change.text }))
end

function actions.removeBookmark()
  return remove("bookmark:" .. change.bookmarkId)
end

-- Not bounded: what is deleted makes room.
function actions.delete()
  return redis.call("HSETNX", library, deleted, string.format("%.0f", now)) == 1
end

function actions.restore()
  return remove("deleted")
end

local is_changed = actions[change.type]()
if is_full then
  return answer("full")
end
if is_changed then
  keep_with_recordings(KEYS, now, kept_ms)
end
return answer(is_changed and "applied" or "unchanged")
