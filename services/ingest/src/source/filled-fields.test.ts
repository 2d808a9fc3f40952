import { expect, it } from "vitest";
import { observeFields } from "./filled-fields.ts";
import type { SourceMessage } from "./messages.ts";

function emptyOf(method: string, body: object): string[] {
  const empty: string[] = [];
  observeFields({ method, id: "1", isHistory: false, body } as SourceMessage, (field, isFilled) => {
    if (!isFilled) empty.push(field);
  });
  return empty;
}
const common = { msgId: "1", createTime: "1700000000000" };

it("tells which fields are empty that should not be", () => {
  expect(emptyOf("WebcastChatMessage", { common, user: { id: "1" }, content: "hi" })).toEqual([]);
  expect(emptyOf("WebcastChatMessage", { common, user: { id: "1" }, content: "", emotes: [{ index: 0 }] })).toEqual([]);
  expect(emptyOf("WebcastChatMessage", { user: { id: "0" }, content: "" })).toEqual([
    "msgId",
    "createTime",
    "userId",
    "chatText",
  ]);
  const gift = { giftId: "0", gift: { diamondCount: 0 } };
  expect(emptyOf("WebcastGiftMessage", { common, ...gift })).toEqual(["userId", "giftId", "giftDiamonds"]);
  expect(emptyOf("WebcastControlMessage", { common, action: 1 })).toEqual([]);
});
