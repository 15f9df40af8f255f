import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { packFiles } from "./pack-files.ts";
import controls from "./packs/_controls.json" with { type: "json" };
import definitions from "./packs/_definitions.json" with { type: "json" };
import facts from "./packs/_facts.json" with { type: "json" };
import notCovered from "./packs/_not-covered.json" with { type: "json" };
import { readPack } from "./read-pack.ts";

/** The laws, standards and guidelines we know, with their duties. The version rises with every change to a pack. */
export const obligations: ObligationPack = Object.freeze(
  readPack({
    version: "2026.11.22-4",
    asOf: "2026-11-22" as IsoDate,
    facts,
    controls,
    definitions,
    notCovered,
    instruments: packFiles,
  }),
);
