import { writeFileSync } from "node:fs";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { measureVisibility } from "./measure-visibility.ts";
import { comparePeers } from "./visibility-peers.ts";
import { measureSpeeds } from "./visibility-speeds.ts";

/** Measures the engines of visibility and keeps the figures that the method page shows. */
// Speeds first: see `measureSpeeds`.
const speeds = await measureSpeeds();
const record = {
  builtOn: isoDateOf(new Date()),
  ...measureVisibility(true),
  peers: await comparePeers(),
  speeds,
};
const file = new URL("../knowledge/visibility-checks/packs/validation.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
