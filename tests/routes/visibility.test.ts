import { expect, test } from "vitest";
import { action as startAction } from "#app/routes/_site.quick-check._index.tsx";
import { action as auditAction } from "#app/routes/o.$org.visibility._index.tsx";
import { action as compareAction, loader as compareLoader } from "#app/routes/o.$org.visibility.compare.tsx";
import { organizations } from "#db/schema/tenancy.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

/** The words beside the fields that a form was sent back for. */
function said(data: unknown): string {
  return Object.values((data as { errors: Record<string, string[]> }).errors)
    .flat()
    .join(" ");
}

test("what is typed into the forms of an audit and a comparison is refused in our own words, and a name may be left out", async () => {
  await using fresh = await freshDatabase();
  const browser = aBrowser(await testDeps(fresh.db));
  await browser.post(startAction, "/quick-check?index", {});
  const [row] = await fresh.db.select({ slug: organizations.slug }).from(organizations);
  const params = { org: row?.slug ?? "" };
  const at = (path: string) => `/o/${params.org}/visibility${path}`;
  const ask = (form: Record<string, string>) => browser.post(auditAction, at("?index"), form, params);

  for (const homepage of ["", "x".repeat(3_000)]) {
    const refused = await ask({ homepage });
    expect(refused.status).toBe(422);
    expect(said(refused.data)).toContain("Type the address of a website");
  }
  for (const pages of ["0", "-3", "2.5", "9999", "many"]) {
    const refused = await ask({ homepage: "https://example.com", pages });
    expect(said(refused.data)).toBe("Type a whole number from 1 to 500, or leave it empty.");
  }

  const add = { intent: "add", homepage: "https://rival.example.com", name: "" };
  expect((await browser.post(compareAction, at("/compare"), add, params)).to).toBe(at("/compare"));
  const { data } = await browser.open(compareLoader, at("/compare"), params);
  expect(data).toMatchObject({ competitors: [{ name: "rival.example.com", status: "queued" }] });
  const gone = await browser.post(compareAction, at("/compare"), { intent: "restore", id: "gone" }, params);
  expect(gone.data).toMatchObject({ intent: "restore", errors: { form: [expect.stringContaining("not among")] } });
});
