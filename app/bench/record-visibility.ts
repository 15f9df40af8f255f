import { writeFileSync } from "node:fs";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { measureVisibility } from "./measure-visibility.ts";
import { measureRealPages } from "./real-pages.ts";
import { comparePeers } from "./visibility-peers.ts";
import { measureSpeeds } from "./visibility-speeds.ts";

/**
 * Measures the engines of visibility and keeps the figures that the method page shows: `npx tsx app/bench/record-visibility.ts
 * [FOLDER]`. Without a folder of other people's pages, what the last one gave stays.
 */
const { speeds } = await measureSpeeds();
const [folder] = process.argv.slice(2);
const record = {
  builtOn: isoDateOf(new Date()),
  ...measureVisibility(true),
  real: folder === undefined ? visibilityChecks.validation.real : await measureRealPages(folder),
  peers: await comparePeers(),
  speeds,
};
const file = new URL("../knowledge/visibility-checks/packs/validation.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
