import { describe, expect, it } from "vitest";
import { languageSchema } from "./language.ts";
import { createPeople } from "./people.ts";

const people = () => createPeople("test", () => "http://sim");

describe("createPeople", () => {
  it("gives the same person again, also after they were forgotten", () => {
    const world = people();
    const first = world.at("en", 0);
    for (let index = 1; index <= 7_000; index += 1) world.at("en", index);
    expect(world.at("en", 0)).toEqual(first);
    expect(people().at("en", 0)).toEqual(first);
  });

  it("never gives two people the same id", () => {
    const world = people();
    const ids = languageSchema.options.flatMap((language) =>
      Array.from({ length: 500 }, (_, index) => world.at(language, index).id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives handles that TikTok would allow, and nicknames that careless code breaks on", () => {
    const world = people();
    const all = Array.from({ length: 3_000 }, (_, index) => world.at("ar", index));
    expect(all.every(({ handle }) => /^[a-z0-9_.]{2,24}$/.test(handle))).toBe(true);
    expect(all.some(({ nickname }) => /[\u0600-\u06ff]/.test(nickname))).toBe(true);
    expect(all.some(({ nickname }) => nickname.includes("<b>"))).toBe(true);
    expect(all.some(({ nickname }) => nickname.length > 40)).toBe(true);
  });
});
