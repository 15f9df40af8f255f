import type { AdoptionName, AdoptionParameters } from "#app/domain/exposure/occupation-pack.ts";
import type { GateSwitch, WhatIf, Where } from "#app/domain/exposure/what-if.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { type GateName, gateNames } from "#app/domain/workforce/role.ts";
import { adoptionParameters } from "./adoption-table.tsx";

type Bounds = Readonly<Record<keyof AdoptionParameters, readonly [number, number]>>;

/** What a form of a what-if holds, by field; the same on the server, in the browser and in an address. */
export type WhatIfFields = Readonly<Record<string, string>>;

export type ReadWhatIf = {
  readonly whatIf: WhatIf;
  /** Parameters outside their bounds or no numbers: they are left at their setting. */
  readonly wrong: readonly (keyof AdoptionParameters)[];
};

/** Reads the fields; what is empty stays as it is. */
export function readWhatIf(fields: WhatIfFields, usual: AdoptionName, bounds: Bounds): ReadWhatIf {
  const setting = (["slow", "central", "fast"] as const).find((each) => each === fields.setting) ?? usual;
  const wrong: (keyof AdoptionParameters)[] = [];
  const adoption: { -readonly [Name in keyof AdoptionParameters]?: number } = {};
  for (const { name, share } of adoptionParameters) {
    const written = (fields[name] ?? "").trim().replace(",", ".").replace(/\s?%$/, "");
    if (written === "") continue;
    const value = share ? Number(written) / 100 : Number(written);
    const [low, high] = bounds[name];
    if (!Number.isFinite(value) || value < low || value > high) wrong.push(name);
    else adoption[name] = value;
  }
  return { whatIf: { gates: gateNames.flatMap((gate) => readSwitch(gate, fields)), setting, adoption }, wrong };
}

function readSwitch(gate: GateName, fields: WhatIfFields): readonly GateSwitch[] {
  const state = fields[gate];
  if (state !== "on" && state !== "off") return [];
  return [{ gate, on: state === "on", where: readWhere(fields[`${gate}-for`] ?? "") }];
}

/** `` for all, `d:Name` for a department, `r:id` for a role. */
function readWhere(written: string): Where {
  if (written.startsWith("d:")) return { kind: "department", department: written.slice(2) };
  if (written.startsWith("r:")) return { kind: "role", role: written.slice(2) as RoleId };
  return { kind: "all" };
}
