import type { IsoDate } from "../kernel/iso-date.ts";
import type { DutyChange } from "./changed-duties.ts";
import type { DutyStanding, DutyWording } from "./duty-standing.ts";

/** One thing that is different about a duty, as a code with its values. A catalogue has the sentence. */
export type ChangeLine = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number | { readonly date: IsoDate }>>;
};

/** What is different about a duty, most weighty first. */
export function changeLines({ before, after }: Pick<DutyChange, "before" | "after">): ChangeLine[] {
  if (after === null) return before === null ? [] : [{ code: "ended", values: {} }];
  if (before === null) return [beganLine(after)];
  return [
    ...certaintyLine(before, after),
    ...stateLine(before, after),
    ...dateLine(before, after),
    ...systemLines(before, after),
    ...wordingLines(before.wording, after.wording),
  ];
}

function beganLine({ applies, state, appliesFrom }: DutyStanding): ChangeLine {
  if (applies === "unknown") return { code: "beganOpen", values: {} };
  if (state !== "in_force" && state !== "upcoming") return { code: `began_${state}`, values: {} };
  if (appliesFrom === null) return { code: state === "in_force" ? "beganBefore" : "beganUndated", values: {} };
  return { code: `began_${state}`, values: { date: { date: appliesFrom } } };
}

function certaintyLine(before: DutyStanding, after: DutyStanding): ChangeLine[] {
  if (before.applies === after.applies) return [];
  return [{ code: after.applies === "yes" ? "becameSure" : "becameOpen", values: {} }];
}

function stateLine(before: DutyStanding, after: DutyStanding): ChangeLine[] {
  return before.state === after.state ? [] : [{ code: `became_${after.state}`, values: {} }];
}

function dateLine(before: DutyStanding, after: DutyStanding): ChangeLine[] {
  const [from, to] = [before.appliesFrom, after.appliesFrom];
  if (from === to) return [];
  if (to === null) return [{ code: after.dateOpen ? "dateLost" : "dateBefore", values: {} }];
  if (from === null) return [{ code: "dateSet", values: { to: { date: to } } }];
  return [{ code: from < to ? "dateLater" : "dateSooner", values: { from: { date: from }, to: { date: to } } }];
}

function systemLines(before: DutyStanding, after: DutyStanding): ChangeLine[] {
  const was = new Map(before.systems.map((one) => [one.system, one]));
  const is = new Map(after.systems.map((one) => [one.system, one]));
  const added = [...is.keys()].filter((system) => !was.has(system)).length;
  const gone = [...was.keys()].filter((system) => !is.has(system)).length;
  const moved = [...is.values()].filter(({ system, appliesFrom, state }) => {
    const earlier = was.get(system);
    return earlier !== undefined && (earlier.appliesFrom !== appliesFrom || earlier.state !== state);
  }).length;
  return [
    ...counted("systemsAdded", added),
    ...counted("systemsGone", gone),
    ...(before.state === after.state && before.appliesFrom === after.appliesFrom ? counted("systemsMoved", moved) : []),
  ];
}

function counted(code: string, count: number): ChangeLine[] {
  return count === 0 ? [] : [{ code, values: { count } }];
}

function wordingLines(before: DutyWording, after: DutyWording): ChangeLine[] {
  const texts = (["title", "citation", "penalty", "due"] as const).flatMap((part): ChangeLine[] => {
    const [from, to] = [before[part] ?? "", after[part] ?? ""];
    if (from === to) return [];
    if (from === "") return [{ code: `word_${part}_new`, values: { to } }];
    return to === ""
      ? [{ code: `word_${part}_gone`, values: { from } }]
      : [{ code: `word_${part}`, values: { from, to } }];
  });
  const lists = (["evidence", "controls"] as const).flatMap((part): ChangeLine[] => {
    const added = after[part].filter((one) => !before[part].includes(one)).length;
    const gone = before[part].filter((one) => !after[part].includes(one)).length;
    return [...counted(`word_${part}_more`, added), ...counted(`word_${part}_less`, gone)];
  });
  const kind = before.kind === after.kind ? [] : [{ code: "word_kind", values: {} }];
  return [...kind, ...texts, ...lists];
}
