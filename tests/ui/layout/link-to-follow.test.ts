import { expect, test } from "vitest";
import { linkToFollow } from "#app/ui/layout/link-to-follow.ts";

const here = "http://localhost/o/kestrel/exposure?sort=title";
const click = { defaultPrevented: false, button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const to = (path: string) => ({ href: new URL(path, here).href, target: "", download: false, document: false });

test("a plain left click on a path of the app is followed", () => {
  expect(linkToFollow(click, to("/o/kestrel/plan?all=1#first"), here)).toBe("/o/kestrel/plan?all=1#first");
  expect(linkToFollow(click, to("?sort=-hours"), here)).toBe("/o/kestrel/exposure?sort=-hours");
});

test.each([
  ["defaultPrevented", { ...click, defaultPrevented: true }],
  ["middle button", { ...click, button: 1 }],
  ["control", { ...click, ctrlKey: true }],
  ["command", { ...click, metaKey: true }],
  ["shift", { ...click, shiftKey: true }],
  ["option", { ...click, altKey: true }],
])("a click with %s is the browser's", (_name, other) => {
  expect(linkToFollow(other, to("/o/kestrel/plan"), here)).toBeNull();
});

test.each([
  ["another site", to("https://example.org/o/kestrel")],
  ["mail", { ...to("/"), href: "mailto:someone@example.org" }],
  ["a new tab", { ...to("/o/kestrel"), target: "_blank" }],
  ["a download", { ...to("/o/kestrel/exposure/export"), download: true }],
  ["a document", { ...to("/o/kestrel/exposure/export"), document: true }],
  ["a file", to("/o/kestrel/reports/7.pdf")],
  ["a place on the same page", to("#content")],
])("a link to %s is the browser's", (_name, link) => {
  expect(linkToFollow(click, link, here)).toBeNull();
});
