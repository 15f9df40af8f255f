// Run as its own process: writes numbered rows and prints each number once its write is acknowledged, until it is killed.
import { openDatabase } from "#db/client.server.ts";
import { usage } from "#db/schema/billing.ts";

const [url = "", organizationId = "", from = "0"] = process.argv.slice(2);
const database = await openDatabase(url);
for (let n = Number(from); ; n++) {
  // Two rows in one transaction: after the kill there must be both or none.
  await database.db.transaction(async (tx) => {
    await tx
      .insert(usage)
      .values({ organizationId: organizationId as never, thing: "first", month: String(n), count: n });
    await tx
      .insert(usage)
      .values({ organizationId: organizationId as never, thing: "second", month: String(n), count: n });
  });
  process.stdout.write(`${n}\n`);
}
