import { expect, test } from "vitest";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { robotsNotes } from "#app/domain/visibility/robots-notes.ts";

const notesOf = (text: string) => robotsNotes(readRobots(text), text.length);

test("a group of its own that opens what everyone's group closes is named with the rules it leaves out", () => {
  const notes = notesOf(
    "User-agent: *\nDisallow: /admin/ # staff\nDisallow: /*.pdf$\n\nUser-agent: Googlebot\nAllow: /\n",
  );
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain('Googlebot has a group of its own, which replaces the group for *: "Disallow: /admin/"');
});

test("a group of its own that repeats the rules is no trap", () => {
  expect(notesOf("User-agent: *\nDisallow: /admin/\n\nUser-agent: Googlebot\nDisallow: /admin/\n")).toEqual([]);
});

test.each([
  ["User-agent: A\nCrawl-delay: 3\n\nUser-agent: B\nDisallow: /\n", "ends no group"],
  ["User-agent: A, B\nDisallow: /\n", "its first name only"],
  ["User-agent: AI2Bot\nDisallow: /\n", "reads only its beginning"],
  ["User-agent: *\nDisallow: x\n", "never matches"],
  ["User-agent: *\nNoindex: /x\nDisallow: /y\n", "Noindex is no rule"],
  ["Sitemap: /sitemap.xml\n", "not a whole address"],
  ["<!doctype html>\n<html lang=en>\n<meta a: b>\n", "is a web page"],
  ["User-agent: *\nContent-Signal: ai-input=no\nAllow: /\n", "contradicts being found"],
])("%j has a trap that is told", (text, told) => {
  expect(notesOf(text).join("\n")).toContain(told);
});
