import { termsOn } from "#app/domain/compliance/state-of-duty.ts";
import { ok } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type AssessedQuery, loadAssessed } from "./load-assessed.server.ts";

export type NotApplicableView = Extract<Awaited<ReturnType<typeof loadNotApplicable>>, { ok: true }>["value"];

const notLaw = new Set(["not_law", "pending", "stayed", "no_company_duties"]);

/** Every law and duty that does not apply, by name, with the deciding fact and what would change it. */
export async function loadNotApplicable(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: AssessedQuery,
) {
  const loaded = await loadAssessed(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { assessment, asOf, today, pack, reasons } = loaded.value;
  const findings = new Map(assessment.instruments.map((finding) => [finding.id, finding]));
  const laws = pack.instruments.flatMap((law) => {
    const finding = findings.get(law.id);
    const duties = assessment.notApplicable.filter(({ instrument }) => instrument === law.id);
    if (finding === undefined || (finding.applies !== "no" && duties.length === 0)) return [];
    const { title, citation, statusNote } = termsOn(law, asOf);
    return [
      {
        id: law.id,
        title,
        citation,
        place: law.place,
        status: finding.status,
        ...(statusNote === undefined ? {} : { statusNote }),
        applies: finding.applies,
        notLaw: law.obligations.length === 0 && notLaw.has(finding.status),
        because: reasons.of(finding.because),
        wouldChange: reasons.changes(finding.wouldChange),
        dutyCount: duties.length,
        duties: (finding.applies === "no" ? [] : duties).map(({ id, title: duty, because }) => ({
          id,
          title: duty,
          because: reasons.of(because).slice(0, 3),
        })),
      },
    ];
  });
  return ok({
    asOf,
    today,
    duties: assessment.notApplicable.length,
    notLaw: laws.filter((law) => law.notLaw),
    outside: laws.filter((law) => !law.notLaw && law.applies === "no"),
    inPart: laws.filter((law) => law.applies !== "no"),
  });
}
