import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";

/** The mutants of a Lua script: small faults, one at a time, each as the whole text of the file. */
export function luaMutants(file) {
  const source = readFileSync(join(root, file), "utf8");
  return mutationsOf(source).map(({ line, operator, before, after, ...edit }) => {
    return { env: {}, content: apply(source, edit), line, operator, before, after };
  });
}

/**
 * @typedef {{ start: number, end: number, text: string, kind: "name" | "number" | "string" | "operator", firstOfLine: boolean }} Token
 * @typedef {{ start: number, end: number, replacement: string, operator: string }} Edit
 * @typedef {Edit & { line: number, before: string, after: string }} Mutation
 */

const TOKEN =
  /(?<comment>--\[\[[\s\S]*?\]\]|--[^\n]*)|(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\[\[[\s\S]*?\]\])|(?<number>0x[\da-fA-F]+|\d+\.?\d*(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<operator>\.\.\.|\.\.|==|~=|<=|>=|[-+*/%^#<>=(){}[\];:,.])/g;

/** The tokens of a Lua source, without comments. */
function tokensOf(source) {
  /** @type {Token[]} */
  const tokens = [];
  for (const match of source.matchAll(TOKEN)) {
    const { comment, ...kinds } = match.groups ?? {};
    if (comment !== undefined) continue;
    const [kind = "operator"] = Object.keys(kinds).filter((name) => kinds[name] !== undefined);
    const start = match.index;
    const firstOfLine = source.slice(source.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
    tokens.push({ start, end: start + match[0].length, text: match[0], kind: /** @type {Token["kind"]} */ (kind), firstOfLine });
  }
  return tokens;
}

const SWAPS = { "==": "~=", "~=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", and: "or", or: "and" };

/** @returns {Edit[]} */
function swapOperators(tokens) {
  return tokens
    .filter(({ kind, text }) => kind !== "string" && Object.hasOwn(SWAPS, text))
    .map(({ start, end, text }) => ({ start, end, replacement: SWAPS[text], operator: `${text} → ${SWAPS[text]}` }));
}

/** @returns {Edit[]} */
function dropNots(tokens) {
  return tokens
    .filter(({ kind, text }) => kind === "name" && text === "not")
    .map(({ start, end }) => ({ start, end: end + 1, replacement: "", operator: "not x → x" }));
}

/** One more and one less; a bare index only one more, as the neighbour on the other side tells no more. @returns {Edit[]} */
function shiftNumbers(tokens) {
  return tokens.flatMap(({ kind, text, start, end }, at) => {
    if (kind !== "number" || !/^\d+$/.test(text)) return [];
    const isIndex = tokens[at - 1]?.text === "[" && tokens[at + 1]?.text === "]";
    return (isIndex ? [1] : [1, -1]).map((by) => ({
      start,
      end,
      replacement: `${Number(text) + by}`,
      operator: `number ${by > 0 ? "+" : ""}${by}`,
    }));
  });
}

/** `if cond then` with a condition that always holds, and one that never does. @returns {Edit[]} */
function fixConditions(tokens) {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "name" || (token.text !== "if" && token.text !== "elseif")) return [];
    const then = tokens.slice(at).find(({ kind, text }) => kind === "name" && text === "then");
    if (!then) return [];
    return ["true", "false"].map((constant) => ({
      start: token.end + 1,
      end: then.start - 1,
      replacement: constant,
      operator: `if → ${constant}`,
    }));
  });
}

/** A call may continue an expression that began on the line above. */
const EXPECTS_EXPRESSION = /^(=|\(|,|\{|\[|\.\.|==|~=|<=|>=|<|>|[-+*/%^#]|and|or|not|return|in)$/;

const KEYWORD = /^(and|or|not|return|if|elseif|while|until|for|function|local)$/;

/** Statements that only call something: `redis.call(…)`, and functions of the file. @returns {Edit[]} */
function dropCalls(tokens) {
  return tokens.flatMap((token, at) => {
    const previous = tokens[at - 1];
    if (!token.firstOfLine || token.kind !== "name" || KEYWORD.test(token.text)) return [];
    if (previous && EXPECTS_EXPRESSION.test(previous.text)) return [];
    let next = at + 1;
    while (tokens[next]?.text === ".") next += 2;
    if (tokens[next]?.text !== "(") return [];
    const end = closing(tokens, next);
    return end ? [{ start: token.start, end: end.end, replacement: "", operator: "call dropped" }] : [];
  });
}

/** The parenthesis that closes the one at an index. */
function closing(tokens, opening) {
  let depth = 0;
  for (const token of tokens.slice(opening)) {
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    if (depth === 0) return token;
  }
  return undefined;
}

/** Every outcome that the file returns, in place of each: `return "a"`, `return { "a", … }`, `… and "a" or "b"`. @returns {Edit[]} */
function swapOutcomes(tokens) {
  const outcomes = tokens.flatMap((token, at) => {
    if (token.kind !== "name" || token.text !== "return") return [];
    const found = [];
    for (let next = at + 1; next < tokens.length && !isStatementEnd(tokens[next]); next += 1) {
      const { kind, text } = tokens[next];
      const previous = tokens[next - 1]?.text ?? "";
      const isOutcome = previous === "return" || previous === "and" || previous === "or" || (previous === "{" && next <= at + 2);
      if (kind === "string" && isOutcome && /^"\w+"$/.test(text)) found.push(tokens[next]);
    }
    return found;
  });
  const words = [...new Set(outcomes.map(({ text }) => text))];
  return outcomes.flatMap(({ start, end, text }) => {
    const other = words[(words.indexOf(text) + 1) % words.length] ?? text;
    return other === text ? [] : [{ start, end, replacement: other, operator: `returns ${other} for ${text}` }];
  });
}

const isStatementEnd = ({ kind, text }) => kind === "name" && /^(end|else|elseif|until|local|if|for|while|function)$/.test(text);

/** All mutations of a Lua source, in the order of the text. @returns {Mutation[]} */
export function mutationsOf(source) {
  const tokens = tokensOf(source);
  const edits = [swapOperators, dropNots, shiftNumbers, fixConditions, dropCalls, swapOutcomes].flatMap((operator) =>
    operator(tokens),
  );
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => {
      const lineStart = source.lastIndexOf("\n", edit.start - 1) + 1;
      const lineEnd = source.indexOf("\n", edit.end) < 0 ? source.length : source.indexOf("\n", edit.end);
      const after = source.slice(lineStart, edit.start) + edit.replacement + source.slice(edit.end, lineEnd);
      return {
        ...edit,
        line: source.slice(0, edit.start).split("\n").length,
        before: source.slice(lineStart, lineEnd).trim(),
        after: after.trim(),
      };
    });
}

const apply = (source, { start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end);
