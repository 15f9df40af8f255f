// Run as its own process: writes numbered rows and prints each number once its write is acknowledged, until it is killed.
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { openDatabase } from "#db/client.server.ts";
import { facts } from "#db/schema/compliance.ts";

const [url = "", organizationId = "", from = "0"] = process.argv.slice(2);
const database = await openDatabase(url);
for (let n = Number(from); ; n++) {
  // Two rows in one transaction: after the kill there must be both or none.
  await database.db.transaction(async (tx) => {
    for (const half of ["first", "second"]) {
      const row = { fact: `${half}/${n}`, value: n, answeredBy: "a test", answeredAt: new Date() };
      await tx.insert(facts).values({ organizationId: organizationId as OrganizationId, ...row });
    }
  });
  process.stdout.write(`${n}\n`);
}
