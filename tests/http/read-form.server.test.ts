import { expect, test } from "vitest";
import { z } from "zod";
import { readForm, typedIn } from "#app/http/read-form.server.ts";

function posted(fields: readonly (readonly [string, string])[]): Request {
  return new Request("http://localhost/", {
    method: "POST",
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  });
}

const Schema = z.object({
  title: z.string().max(10),
  headcount: z.coerce.number().int().positive(),
  site: z.string().optional(),
  uses: z.array(z.string()).optional(),
});

test("gives the value that the schema made", async () => {
  const form = await readForm(
    posted([
      ["title", "Clerk"],
      ["headcount", "3"],
      ["site", " "],
      ["uses[]", "a"],
    ]),
    Schema,
  );
  expect(form).toEqual({ ok: true, value: { title: "Clerk", headcount: 3, uses: ["a"] } });
});

test("says what is wrong with each field and keeps what was typed", async () => {
  const form = await readForm(
    posted([
      ["title", "A title that is too long"],
      ["headcount", "-1"],
    ]),
    Schema,
  );
  if (form.ok) throw new Error("expected a refusal");
  expect(Object.keys(form.failure.errors)).toEqual(["title", "headcount"]);
  expect(form.failure.typed).toEqual({ title: "A title that is too long", headcount: "-1" });
});

test("never sends a password back", async () => {
  const form = await readForm(
    posted([
      ["password", "hunter2"],
      ["newPassword", "hunter3"],
    ]),
    z.object({ email: z.string() }),
  );
  if (form.ok) throw new Error("expected a refusal");
  expect(JSON.stringify(form.failure.typed)).not.toContain("hunter");
});

test("a field named like a part of every object is only a field", async () => {
  const form = await readForm(
    posted([
      ["__proto__", "x"],
      ["title", "Clerk"],
      ["headcount", "3"],
    ]),
    Schema,
  );
  expect(form.ok && ({} as Record<string, unknown>).x).toBe(undefined);
});

test("what was typed can be shown again after a refusal, each ticked box of a list too, and nothing secret", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["note", " as typed "],
    ["serves[]", "a"],
    ["serves[]", "b"],
    ["id", "first"],
    ["id", "last"],
    ["password", "hush"],
  ] as const)
    form.append(name, value);
  form.append("file", new File(["bytes"], "file.txt"));
  expect(typedIn(form)).toEqual({ note: " as typed ", serves: ["a", "b"], id: "last" });
});
