import { readFileSync } from "node:fs";
import type { FoldItem } from "@frontrow/audience/fold";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { userNamed } from "@frontrow/testkit/users";
import { beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { exported, recorded, rowsOf, START_MS } from "./recorded.ts";

const mood = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const atMs = (seconds: number) => START_MS + seconds * 1_000;
const chat = (seconds: number, text: string, more: object = {}): FoldItem => ({
  ...{ type: "chat", id: `c${seconds}`, atMs: atMs(seconds), sentAtMs: atMs(seconds), text, user: userNamed("nina"), ...mood },
  ...more,
});
const hostile = ['a <b> & "c" | d', "two\nlines ]]> \0", "\u202Eturned\uFFFE 🔥", "=1+1"];
const notes = {
  name: 'My "best" | <live> & more\n',
  zeroMs: atMs(60),
  bookmarks: [
    { bookmarkId: "early", atMs: atMs(30), text: "before the video" },
    ...hostile.map((text, n) => ({ bookmarkId: `b${n}`, atMs: atMs(60) + n * 40_250, text })),
    // On one frame.
    { bookmarkId: "same1", atMs: atMs(900), text: "one" },
    { bookmarkId: "same2", atMs: atMs(900) + 1, text: "two" },
  ],
};

const schema = readFileSync(new URL("fcpxml.xsd", import.meta.url), "utf8");

/** What xmllint finds wrong with a project. */
async function problemsOf(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: "project.fcpxml", contents }, schema });
  return errors.map(({ message }) => message);
}

describe("markers", () => {
  let blob: ObjectStore;
  beforeAll(async () => {
    const ask = { question: true, questionPriority: 4 };
    const items: FoldItem[] = [
      { type: "sourceOpened", atMs: START_MS, roomId: "7" },
      ...Array.from({ length: 60 }, (_, n) => chat(20 * n + 1, `hello ${n}`)),
      chat(500, "where is this city?", ask),
      chat(700, "removed question, is it?", ask),
      { type: "moderation", id: "m", atMs: atMs(1_201), sentAtMs: START_MS, eventIds: ["c700"], userIds: [] },
      chat(1_230, "bye"),
    ];
    blob = await recorded([...items].sort((a, b) => a.atMs - b.atMs));
  });

  it("as a table: bookmarks, questions and moments from the zero mark on; what is before it is counted", async () => {
    const { text, leftOut, progress } = await exported(blob, "markers", notes, 25);
    const rows = rowsOf(text);
    expect(leftOut).toBe(1);
    expect(rows[0]).toMatchObject({ seconds: "0", timecode: "00:00:00:00", kind: "bookmark", name: 'a <b> & "c" | d' });
    expect(rows[1]).toMatchObject({ seconds: "40.25", timecode: "00:00:40:06", name: "two lines ]]>" });
    expect(rows.find(({ kind }) => kind === "question")).toMatchObject({
      seconds: "440",
      name: "where is this city?",
      handle: "nina",
    });
    expect(text).not.toContain("removed question");
    expect(text).not.toContain("before the video");
    expect(rows.find(({ name }) => name?.endsWith("=1+1"))?.["name"]).toBe("'=1+1");
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);
  });

  it("as a list for DaVinci Resolve: an event of one frame each, which no text can break", async () => {
    const { text } = await exported(blob, "edl", notes, 25);
    const [title, mode, blank, ...lines] = text.split("\n");
    expect([title, mode, blank]).toEqual(['TITLE: My "best" | <live> & more', "FCM: NON-DROP FRAME", ""]);
    const events = lines.join("\n").trimEnd().split("\n\n");
    const read = events.map((event, n) => {
      const parts =
        /^(\d{3}) {2}001 {6}V {5}C {8}(\S{11}) (\S{11}) \2 \3 {2}\n[^|\n]*\|C:(ResolveColor\w+) \|M:([^|\n]+) \|D:1$/.exec(
          event,
        ) ?? [];
      expect(Number(parts[1]), event).toBe(n + 1);
      return { from: parts[2] ?? "", to: parts[3] ?? "", colour: parts[4], name: parts[5] };
    });
    expect(read[0]).toEqual({ from: "01:00:00:00", to: "01:00:00:01", colour: "ResolveColorYellow", name: 'a <b> & "c" ¦ d' });
    expect(read[1]).toMatchObject({ from: "01:00:40:06", to: "01:00:40:07" });
    const same = read.filter(({ name }) => name === "one" || name === "two");
    expect(same.map(({ from }) => from)).toEqual(["01:14:00:00", "01:14:00:01"]);
    for (const [n, { from }] of read.entries()) expect(from >= (read[n - 1]?.to ?? "")).toBe(true);
  });

  it.each([24, 25, 30, 50, 60])("as a project for Final Cut Pro, valid by the rules of its format (%s)", async (rate) => {
    const { text } = await exported(blob, "fcpxml", notes, rate);
    expect(await problemsOf(text)).toEqual([]);
    // The rules are looked at: a marker without a place is none.
    expect(await problemsOf(text.replace(/<marker start="[^"]*"/, "<marker"))).not.toEqual([]);
    const time = (name: string) =>
      [...text.matchAll(new RegExp(` ${name}="(\\d+)/(\\d+)s"`, "g"))].map((it) => [Number(it[1]), Number(it[2])]);
    const [sequence, ...markers] = time("start").map(([frames = 0, scale = 1]) => (frames * rate) / scale);
    expect(sequence).toBe(3_600 * rate);
    expect(markers[0]).toBe(3_600 * rate);
    expect(markers[1]).toBe(3_600 * rate + Math.floor(40.25 * rate));
    for (const frame of markers) expect(Number.isInteger(frame)).toBe(true);
    const [length = [0, 1]] = time("duration");
    expect(Math.max(...markers) - 3_600 * rate).toBeLessThan(((length[0] ?? 0) / (length[1] ?? 1)) * rate);
    expect(text).toContain('value="a &lt;b&gt; &amp; &quot;c&quot; | d"');
  });

  it("as chapters: lines of a description that platforms take", async () => {
    const { text } = await exported(blob, "chapters", notes);
    const lines = text.trimEnd().split("\n");
    expect(lines[0]).toBe('00:00:00 a <b> & "c" | d');
    const seconds = lines.map((line) => {
      const [, hours, minutes, rest] = /^(\d\d):(\d\d):(\d\d) \S/.exec(line) ?? [];
      return Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
    });
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const [n, second] of seconds.entries()) if (n > 0) expect(second - (seconds[n - 1] ?? 0)).toBeGreaterThanOrEqual(10);
  });
});
