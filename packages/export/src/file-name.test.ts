import { expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

const at = Date.UTC(2026, 10, 20, 19, 5);

it("names a file as any system takes it", () => {
  expect(fileNameOf("luna.plays", at, "chats", "csv")).toBe("luna.plays 2026-11-20 1905 chats.csv");
  expect(fileNameOf("../../etc/passwd", at, "edl", "edl")).toBe("etc passwd 2026-11-20 1905 edl.edl");
  expect(fileNameOf('a<b>:"c|d?*\r\nx: y', at, "gifts", "csv")).toBe("a b c d x y 2026-11-20 1905 gifts.csv");
  expect(fileNameOf("\u202Egpj.exe", at, "chats", "csv")).toBe("gpj.exe 2026-11-20 1905 chats.csv");
  expect(fileNameOf("金曜日 🔥", at, "chats", "csv")).toBe("金曜日 🔥 2026-11-20 1905 chats.csv");
  expect(fileNameOf("...", at, "chats", "csv")).toBe("recording 2026-11-20 1905 chats.csv");
  expect([...fileNameOf("é".repeat(300), at, "chats", "csv")].length).toBeLessThan(100);
});
