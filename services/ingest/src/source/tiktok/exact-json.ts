/** Texts, to be stepped over, and whole numbers with more digits than a JavaScript number keeps. */
const TEXT_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"?|(?<![\d.])-?\d{16,}(?![\d.eE])/gs;

/** Parses JSON with its long whole numbers as text: ids of 64 bits would be rounded, to ids of somebody else. Throws on what is no JSON. */
export const parseExactJson = (json: string): unknown =>
  JSON.parse(json.replace(TEXT_OR_LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
