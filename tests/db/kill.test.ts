import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { facts } from "#db/schema/compliance.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { templateFile } from "#tests/database/build-template.ts";

const program = fileURLToPath(new URL("./writes-until-killed.ts", import.meta.url));

/** Starts the writer, kills it with SIGKILL once `acknowledged` writes are reported, and returns the numbers it reported. */
async function killedWriter(
  url: string,
  organizationId: string,
  from: number,
  acknowledged: number,
): Promise<number[]> {
  const child = spawn(process.execPath, ["--import", "tsx", program, url, organizationId, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const numbers: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    numbers.push(Number(line));
    if (numbers.length === acknowledged) child.kill("SIGKILL");
  }
  await exit;
  return numbers;
}

test("what was acknowledged before kill -9 is there afterwards, and no transaction is there by half", async () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-kill-"));
  const file = join(folder, "test.db");
  copyFileSync(templateFile, file);
  const url = `file:${file}`;
  const before = await openDatabase(url);
  const organization = await anOrganizationRow(before.db);
  before.close();

  const acknowledged = new Set<number>();
  let next = 0;
  for (const writes of [1, 40, 137, 300]) {
    for (const n of await killedWriter(url, organization.id, next, writes)) acknowledged.add(n);
    next = Math.max(...acknowledged) + 1000;
  }

  const after = await openDatabase(url);
  const rows = await after.db.select().from(facts);
  const [integrity] = await after.db.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`);
  after.close();
  rmSync(folder, { recursive: true, force: true });

  const numbersOf = (half: string) =>
    new Set(rows.filter((row) => row.fact.startsWith(`${half}/`)).map((row) => Number(row.value)));
  const [first, second] = [numbersOf("first"), numbersOf("second")];
  expect(acknowledged.size).toBeGreaterThanOrEqual(478);
  expect([...acknowledged].filter((n) => !first.has(n))).toEqual([]);
  expect([...first].filter((n) => !second.has(n))).toEqual([]);
  expect(second.size).toBe(first.size);
  expect(integrity?.integrity_check).toBe("ok");
});
