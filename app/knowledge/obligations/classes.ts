import type { RiskClassPack } from "#app/domain/compliance/risk-classes.ts";
import { obligations } from "./index.ts";
import annexIII from "./packs/_annex-iii.json" with { type: "json" };
import classes from "./packs/_classes.json" with { type: "json" };
import definitions from "./packs/_definitions.json" with { type: "json" };
import { readClasses } from "./read-classes.ts";

/** The classes that laws sort AI systems into, and the list of Annex III with its way out. */
export const riskClasses: RiskClassPack = Object.freeze(readClasses({ classes, annexIII, definitions }, obligations));
