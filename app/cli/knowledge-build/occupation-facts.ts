import { join } from "node:path";
import { numberOrNull, readTable } from "./read-table.ts";

export type Related = { readonly onet: string; readonly tier: 1 | 2 | 3 };
export type Pay = readonly [number | null, number | null, number | null, number | null, number | null];
export type OccupationFacts = {
  readonly onet: string;
  readonly title: string;
  readonly pay: Pay | null;
  readonly employment: number | null;
  readonly jobZone: number | null;
  /** Level and importance of each skill, in the order of `skillNames`. */
  readonly skills: readonly (readonly [number, number])[] | null;
  readonly related: readonly Related[];
};

/** The 35 surveyed skills in O*NET's element order, in our own words. */
export const skillNames: Readonly<Record<string, string>> = {
  "2.A.1.a": "understanding written material",
  "2.A.1.b": "listening well",
  "2.A.1.c": "writing clearly",
  "2.A.1.d": "speaking clearly",
  "2.A.1.e": "working with numbers",
  "2.A.1.f": "using scientific methods",
  "2.A.2.a": "reasoning critically",
  "2.A.2.b": "learning new things",
  "2.A.2.c": "choosing how to teach or learn",
  "2.A.2.d": "keeping track of results",
  "2.B.1.a": "reading people",
  "2.B.1.b": "working in step with others",
  "2.B.1.c": "persuading",
  "2.B.1.d": "negotiating",
  "2.B.1.e": "teaching others",
  "2.B.1.f": "wanting to help",
  "2.B.2.i": "solving difficult problems",
  "2.B.3.a": "finding out what a design must do",
  "2.B.3.b": "designing technical solutions",
  "2.B.3.c": "choosing tools and equipment",
  "2.B.3.d": "installing equipment",
  "2.B.3.e": "programming",
  "2.B.3.g": "watching instruments and machines",
  "2.B.3.h": "controlling machines",
  "2.B.3.j": "maintaining equipment",
  "2.B.3.k": "finding faults",
  "2.B.3.l": "repairing equipment",
  "2.B.3.m": "checking quality",
  "2.B.4.e": "judging and deciding",
  "2.B.4.g": "analysing systems",
  "2.B.4.h": "evaluating systems",
  "2.B.5.a": "managing time",
  "2.B.5.b": "managing money",
  "2.B.5.c": "managing materials",
  "2.B.5.d": "managing people",
};

/** Names, pay, employment, job zone, skills and related occupations of every O*NET-SOC code, in code order. */
export function readOccupationFacts(data: string): readonly OccupationFacts[] {
  const pay = readPay(data);
  const zones = new Map(
    readTable(join(data, "onet-30.1/Job Zones.txt"), ["O*NET-SOC Code", "Job Zone"]).map((row) => [
      row["O*NET-SOC Code"],
      Number(row["Job Zone"]),
    ]),
  );
  const skills = readSkills(data);
  const related = readRelated(data);
  return readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Title"]).map((row) => {
    const onet = row["O*NET-SOC Code"];
    const wages = pay.get(onet.slice(0, 7)) ?? pay.get(`${onet.slice(0, 6)}0`) ?? null;
    return {
      onet,
      title: row.Title,
      pay: wages?.pay ?? null,
      employment: pay.get(onet.slice(0, 7))?.employment ?? null,
      jobZone: zones.get(onet) ?? null,
      skills: skills.get(onet) ?? null,
      related: related.get(onet) ?? [],
    };
  });
}

/** Pay by SOC code; where a detailed code is published only as part of a broad one, callers look that up. */
function readPay(data: string): ReadonlyMap<string, { pay: Pay | null; employment: number | null }> {
  const columns = [
    "OCC_CODE",
    "O_GROUP",
    "I_GROUP",
    "TOT_EMP",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
  ] as const;
  const found = new Map<string, { pay: Pay | null; employment: number | null }>();
  for (const row of readTable(join(data, "bls-oews/national_M2024_dl.csv"), columns)) {
    if (row.O_GROUP !== "detailed" && row.O_GROUP !== "broad") continue;
    const annual = [row.A_PCT10, row.A_PCT25, row.A_MEDIAN, row.A_PCT75, row.A_PCT90].map(numberOrNull);
    const hourly = [row.H_PCT10, row.H_PCT25, row.H_MEDIAN, row.H_PCT75, row.H_PCT90].map(numberOrNull);
    const [a = null, b = null, c = null, d = null, e = null] = annual.map(
      (value, k) => value ?? fullYear(hourly[k] ?? null),
    );
    found.set(row.OCC_CODE, { pay: c === null ? null : [a, b, c, d, e], employment: numberOrNull(row.TOT_EMP) });
  }
  return found;
}

/** BLS counts a full-time year as 2,080 hours. */
function fullYear(hourly: number | null): number | null {
  return hourly === null ? null : Math.round(hourly * 2080);
}

function readSkills(data: string): ReadonlyMap<string, readonly (readonly [number, number])[]> {
  const order = Object.keys(skillNames);
  const found = new Map<string, (readonly [number, number])[]>();
  for (const row of readTable(join(data, "onet-30.1/Skills (IM and LV pivot).txt"), [
    "O*NET-SOC Code",
    "Element ID",
    "IM",
    "LV",
  ])) {
    const at = order.indexOf(row["Element ID"]);
    if (at < 0) throw new Error(`no name for skill ${row["Element ID"]}`);
    const skills = found.get(row["O*NET-SOC Code"]) ?? order.map(() => [0, 1] as const);
    skills[at] = [numberOrNull(row.LV) ?? 0, numberOrNull(row.IM) ?? 1];
    found.set(row["O*NET-SOC Code"], skills);
  }
  return found;
}

function readRelated(data: string): ReadonlyMap<string, readonly Related[]> {
  const tiers: Readonly<Record<string, 1 | 2 | 3>> = { "Primary-Short": 1, "Primary-Long": 2, Supplemental: 3 };
  const found = new Map<string, Related[]>();
  for (const row of readTable(join(data, "onet-30.1/Related Occupations.txt"), [
    "O*NET-SOC Code",
    "Related O*NET-SOC Code",
    "Relatedness Tier",
  ])) {
    const list = found.get(row["O*NET-SOC Code"]) ?? [];
    list.push({ onet: row["Related O*NET-SOC Code"], tier: tiers[row["Relatedness Tier"]] ?? 3 });
    found.set(row["O*NET-SOC Code"], list);
  }
  return found;
}
