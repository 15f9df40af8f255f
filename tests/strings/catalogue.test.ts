import { readdirSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import { type Catalogue, catalogue, type Message, textOf, textOfCode } from "#app/strings/catalogue.ts";

const text = catalogue({
  plain: "Nothing to fill",
  greeting: "Good day, {name}",
  roles: { zero: "no role", one: "{count} role in {place}", other: "{count} roles in {place}" },
});
const t = textOf(text, "en-GB");

test("fills places, writes numbers in the locale and chooses the plural form", () => {
  expect(t("plain")).toBe("Nothing to fill");
  expect(t("greeting", { name: "Mara" })).toBe("Good day, Mara");
  expect([0, 1, 12_345].map((count) => t("roles", { count, place: "Joliet" }))).toEqual([
    "no role",
    "1 role in Joliet",
    "12,345 roles in Joliet",
  ]);
  expect(textOf(text, "de-DE")("roles", { count: 12_345, place: "Hamburg" })).toBe("12.345 roles in Hamburg");
});

test("the compiler knows the places of each message", () => {
  expectTypeOf(t<"greeting">)
    .parameter(1)
    .toEqualTypeOf<{ readonly name: string | number }>();
  expectTypeOf(t<"roles">)
    .parameter(1)
    .toEqualTypeOf<{ readonly count: number; readonly place: string | number }>();
});

test("a code that the catalogue does not know is null, and a value that is missing shows its place", () => {
  expect(textOfCode(text, "en-GB", "unheard-of")).toBeNull();
  expect(textOfCode(text, "en-GB", "greeting")).toBe("Good day, {name}");
});

test("values are text, never looked up again and never taken from the prototype", () => {
  expect(t("greeting", { name: "{name} $& {constructor}" })).toBe("Good day, {name} $& {constructor}");
  expect(textOfCode({ odd: "{constructor}" }, "en-GB", "odd", {})).toBe("{constructor}");
});

/** The forms of a plural that say something; for nothing at all a catalogue may say nothing. */
function said({ zero, ...forms }: Exclude<Message, string>): string[] {
  return [...Object.values(forms), ...(zero === undefined || zero === "" ? [] : [zero])];
}

const files = readdirSync("app/strings/en").filter((file) => file.endsWith(".ts"));

test.each(files)("%s is plain: no exclamation marks, no empty text", async (file) => {
  const module = (await import(
    /* @vite-ignore */ new URL(`../../app/strings/en/${file}`, import.meta.url).href
  )) as Record<string, Catalogue>;
  const texts = Object.values(module)
    .flatMap((each) => Object.values(each))
    .flatMap((message: Message) => (typeof message === "string" ? [message] : said(message)));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((each) => each.trim() === "" || /!(?!=)/.test(each))).toEqual([]);
});
