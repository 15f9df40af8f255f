import { foundDuties } from "#app/domain/compliance/duty-standing.ts";
import { byDate } from "#app/domain/compliance/duty-views.ts";
import type { ComplianceAssessment, NotApplicable, ObligationFinding } from "#app/domain/compliance/findings.ts";
import { dutyGroups, groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { daysLeftOf, dutyOn, termsOn } from "#app/domain/compliance/state-of-duty.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { registerText } from "#app/strings/en/register.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { Sheet } from "../ports/tables.ts";
import { type Assessed, loadAssessed } from "./load-assessed.server.ts";
import { loadOwners, type Owners } from "./load-owners.server.ts";

const t = textOf(registerText, "en");
const words = textOf(complianceText, "en");

/** All duties on a day as a workbook: those that apply or may, those that do not with the deciding fact, and what it rests on. */
export async function loadRegister(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: { readonly asOf?: IsoDate },
) {
  const loaded = await loadAssessed(deps, actor, query);
  if (!loaded.ok) return loaded;
  const owners = await loadOwners(deps.db, actor.organizationId);
  const { assessment, asOf } = loaded.value;
  return ok({ asOf, sheets: [dutySheet(loaded.value, owners), outsideSheet(loaded.value), aboutSheet(assessment)] });
}

function dutySheet(assessed: Assessed, owners: Owners): Sheet {
  const { assessment, asOf, pack, lawTitles, systemNames } = assessed;
  const controls = new Map(pack.controls.map(({ id, title }) => [id, title]));
  const found = foundDuties(assessment, pack).sort((a, b) => byGroupAndDate(a.finding, b.finding));
  const rows = found.map(({ finding: duty, law, obligation }) => {
    const from = duty.appliesFrom;
    return [
      words(`group_${groupOfDuty(duty)}`),
      from ?? words(duty.dateOpen ? "dateOpen" : "sinceBefore"),
      daysLeftOf(from, asOf),
      lawTitles.get(duty.instrument) ?? duty.instrument,
      duty.title,
      duty.citation,
      law.place,
      duty.systems.map((system) => systemNames.get(system) ?? system).join("; "),
      owners.of.get(duty.id)?.name ?? "",
      t(howChecked[duty.verification]),
      dutyOn(obligation, asOf).penalty ?? termsOn(law, asOf).penalty ?? "",
      duty.evidence.join("; "),
      duty.controls.map((control) => controls.get(control) ?? control).join("; "),
      factWords(duty, assessed),
    ];
  });
  const headers = [
    t("state"),
    t("date"),
    t("daysLeft"),
    t("law"),
    t("duty"),
    t("citation"),
    t("place"),
    t("systems"),
    t("owner"),
    t("checked"),
    t("penalty"),
    t("evidence"),
    t("controls"),
    t("because"),
  ];
  return { name: t("duties"), headers, rows };
}

const howChecked = {
  "secondary text quoting the law": "checked_text",
  "secondary summary": "checked_summary",
  memory: "checked_memory",
} as const;

function byGroupAndDate(a: ObligationFinding, b: ObligationFinding): number {
  return dutyGroups.indexOf(groupOfDuty(a)) - dutyGroups.indexOf(groupOfDuty(b)) || byDate(a, b);
}

function outsideSheet(assessed: Assessed): Sheet {
  const { assessment, lawTitles } = assessed;
  const rows = assessment.notApplicable.map((duty) => [
    lawTitles.get(duty.instrument) ?? duty.instrument,
    duty.title,
    factWords(duty, assessed),
    assessed.reasons
      .changes(duty.wouldChange)
      .map(({ label, asked }) => `${label}: ${asked?.wanted.values.join(", ") ?? ""}`)
      .join("; "),
  ]);
  return { name: t("outside"), headers: [t("law"), t("duty"), t("because"), t("wouldChange")], rows };
}

/** The deciding facts with the answers given, as text. */
function factWords({ because }: Pick<NotApplicable, "because">, { reasons }: Assessed): string {
  return reasons
    .of(because)
    .map(({ label, given, note, place }) => {
      const value = note ?? (given === null ? t("notAnswered") : given.values.join(", "));
      return `${place === undefined ? label : `${label} (${place})`}: ${value === "" ? t("none") : value}`;
    })
    .join("; ");
}

function aboutSheet({ asOf, pack, obligations, notApplicable }: ComplianceAssessment): Sheet {
  const rows = [
    [t("asOf"), asOf],
    [t("packVersion"), pack.version],
    [t("packAsOf"), pack.asOf],
    [t("listed"), obligations.length],
    [t("notListed"), notApplicable.length],
    [t("legal"), ""],
  ];
  return { name: t("about"), headers: [t("what"), t("value")], rows };
}
