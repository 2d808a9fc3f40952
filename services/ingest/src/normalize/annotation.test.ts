import { annotationSchema } from "@frontrow/protocol/event";
import { expect, it } from "vitest";
import { annotateChat, notAnnotated } from "./annotation.ts";

it("keeps of a text what the protocol has a field for, and keywords where there are any", () => {
  const about = annotateChat("the guitar solo was amazing, play guitar again", "en");
  expect(annotationSchema.strict().parse(about)).toEqual(about);
  expect(about.keywords).toContain("guitar");
  const nothing = annotateChat("!!! 999", "");
  expect(annotationSchema.strict().parse(nothing)).toEqual(nothing);
  expect(nothing).not.toHaveProperty("keywords");
  expect(annotationSchema.strict().parse(notAnnotated("hello", ""))).toEqual(notAnnotated("other", ""));
});
