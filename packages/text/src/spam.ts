import type { Scan } from "./scan.ts";

/**
 * How likely a message is advertising or flooding, 0 … 1, from its text alone. Live chat's main spam is the same text
 * again and again, which takes state to see: that is the fold's work.
 */
export function spamOf(scan: Scan): number {
  const { words, text } = scan;
  let score = 0;
  if (scan.links > 0) score += 0.6;
  if (PROMOTION.test(text)) score += 0.5;
  if (CONTACT.test(text)) score += 0.3;
  if (scan.mentions > 3) score += 0.3;
  if (scan.longestRun >= 12) score += 0.25;
  if (words.length >= 6) {
    const share = new Set(words).size / words.length;
    if (share < 0.34) score += 0.45;
    else if (share < 0.5) score += 0.25;
  }
  if (scan.emoji.length > 15) score += 0.2;
  if (scan.digits >= 9) score += 0.2;
  return Math.round(Math.min(1, score) * 100) / 100;
}

// Bounded gaps only (no nested repetition), so hostile text costs no more than its length.
const PROMOTION =
  /\b(?:subscribe|sub (?:4|for) sub|f4f|follow (?:4|for) follow|follow me|follow back|check (?:out )?my|my (?:channel|page|profile|store|live)|link in bio|free (?:gift|coins|diamonds|followers|money|robux|iphone)|earn (?:money|\$)|make money|cash ?app|giveaway|crypto|bitcoin|investment|promo ?code|discount|click (?:here|the link)|come (?:to )?my live|s[ií]gueme|sigue me|te sigo|siga (?:me|de volta)|me segue|abonne(?:z|-toi)|folgt? mir|seguimi|follback|promosi|pinjol|slot gacor|judi)\b/i;
const CONTACT = /\b(?:whats ?app|telegram|t\.me|wa\.me|discord\.gg|onlyfans|snap(?:chat)?[:@ ])\b/i;
