-- Compares ids of stream entries. As text, shorter first: a number holds 53 of the 64 bits.
local function is_smaller(digits, others)
  if #digits ~= #others then
    return #digits < #others
  end
  return digits < others
end
local function is_before(id, other)
  local ms, sequence = string.match(id, "(%d+)-(%d+)")
  local other_ms, other_sequence = string.match(other, "(%d+)-(%d+)")
  if ms ~= other_ms then
    return is_smaller(ms, other_ms)
  end
  return is_smaller(sequence, other_sequence)
end
