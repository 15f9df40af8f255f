import { expect, test } from "vitest";
import { changesBetween, compareLines, withEdits } from "#app/domain/work-products/edits.ts";
import { nextVersion } from "#app/domain/work-products/next-version.ts";
import type { WorkProduct } from "#app/domain/work-products/work-product.ts";

const who = { by: "user-1", at: "2026-11-28T10:00:00.000Z" };

function aDocument(texts: Readonly<Record<string, string>>): WorkProduct {
  return {
    product: "p",
    title: "P",
    purpose: "For tests",
    organization: "Kestrel",
    system: null,
    asOf: "2026-11-28" as WorkProduct["asOf"],
    packVersion: "1",
    templateVersion: "1",
    serves: [],
    restsOn: [],
    sections: Object.entries(texts).map(([id, text]) => ({
      id,
      heading: id.toUpperCase(),
      duties: [],
      blocks: [{ kind: "paragraph" as const, spans: [{ text }] }],
    })),
  };
}

const textsOf = (state: ReturnType<typeof nextVersion>) =>
  Object.fromEntries(
    withEdits(state?.document ?? aDocument({}), state?.edits ?? {}).map(({ id, blocks }) => [
      id,
      blocks
        .map((block) => ("spans" in block ? block.spans.map((span) => ("text" in span ? span.text : "")).join("") : ""))
        .join("\n"),
    ]),
  );

test("filling again keeps what a person wrote, takes the rest from facts, and says that the facts behind it moved", () => {
  const first = nextVersion(
    null,
    aDocument({ a: "old a", b: "old b" }),
    { kind: "edited", section: "a", text: "mine" },
    who,
  );
  const second = nextVersion(first, aDocument({ a: "new a", b: "new b" }), { kind: "filled" }, who);
  expect(textsOf(second)).toEqual({ a: "mine", b: "new b" });
  const [a, b] = withEdits(second?.document ?? aDocument({}), second?.edits ?? {});
  expect(a?.edited).toEqual({ ...who, facts: "new a" });
  expect(b?.edited).toBeUndefined();

  const agreed = nextVersion(second, aDocument({ a: "new a", b: "new b" }), { kind: "agreed", section: "a" }, who);
  expect(withEdits(agreed?.document ?? aDocument({}), agreed?.edits ?? {})[0]?.edited?.facts).toBeNull();
  const reset = nextVersion(agreed, aDocument({ a: "newest a", b: "new b" }), { kind: "reset", section: "a" }, who);
  expect(textsOf(reset)).toEqual({ a: "newest a", b: "new b" });
});

test("words for a section that fell away are not lost", () => {
  const first = nextVersion(null, aDocument({ a: "a", b: "b" }), { kind: "edited", section: "a", text: "mine" }, who);
  const second = nextVersion(first, aDocument({ b: "b" }), { kind: "filled" }, who);
  expect(textsOf(second)).toEqual({ b: "b", a: "mine" });
  expect(textsOf(nextVersion(second, aDocument({ b: "b" }), { kind: "reset", section: "a" }, who))).toEqual({ b: "b" });
});

test("typing the words from facts again is no edit, and a section that is not there cannot be written", () => {
  const same = nextVersion(null, aDocument({ a: "a" }), { kind: "edited", section: "a", text: "a\n" }, who);
  expect(same?.edits).toEqual({});
  expect(nextVersion(null, aDocument({ a: "a" }), { kind: "edited", section: "z", text: "x" }, who)).toBeNull();
});

test("changes name sections that came, went and read otherwise", () => {
  const [before, after] = [aDocument({ a: "a", b: "b", c: "c" }), aDocument({ a: "a", b: "B", d: "d" })];
  expect(changesBetween(before.sections, after.sections).map(({ id, change }) => [id, change])).toEqual([
    ["b", "changed"],
    ["d", "added"],
    ["c", "removed"],
  ]);
});

test("lines are compared by their longest common run", () => {
  expect(compareLines("a\nb\nc", "a\nx\nc\nd")).toEqual([
    { kind: "same", text: "a" },
    { kind: "removed", text: "b" },
    { kind: "added", text: "x" },
    { kind: "same", text: "c" },
    { kind: "added", text: "d" },
  ]);
});
