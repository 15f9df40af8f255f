import type { ClassViews, LawView } from "#app/domain/compliance/class-views.ts";
import { groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { questionView } from "#app/domain/compliance/question-view.ts";
import {
  type ClassFinding,
  classesOf,
  type ExitTest,
  exitOf,
  factsOfRule,
  type LawFinding,
  standingUnder,
  subjectOfSystem,
} from "#app/domain/compliance/risk-classes.ts";
import { inForceOn } from "#app/domain/kernel/dated.ts";
import type { KeptSystem } from "#db/repositories/systems.server.ts";
import type { Assessed } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";

/** The class of one system under each law, and how it comes out of the tests of Annex III, in words and with the questions that are open. */
export function classViews(
  { knowledge }: Pick<Deps, "knowledge">,
  assessed: Assessed,
  system: KeptSystem,
  unfolded: string | null,
): ClassViews {
  const { laws, annexIII } = knowledge.riskClasses;
  const subject = subjectOfSystem(assessed.facts.org, system);
  const found = classesOf(laws, subject, assessed.asOf).map((finding) =>
    lawView(finding, assessed, system.id, unfolded),
  );
  const annex = inForceOn(annexIII.history, assessed.asOf)?.value ?? null;
  const exit = annex === null ? null : exitOf(annex, system.facts, subject);
  const reach = found.find(({ law }) => law === "eu-ai-act");
  const asked = exit === null ? [] : [...exit.tests, exit.influence, exit.profiling];
  const concerned = exit !== null && exit.points.length > 0 && reach?.standing !== "outside";
  const ask = (one: { readonly test: ExitTest; readonly answer: ClassFinding["answer"] }) => ({
    citation: one.test.citation,
    title: one.test.title,
    answer: one.answer,
    questions: factsOfRule(one.test.rule).flatMap((fact) => question(fact, assessed, system)),
  });
  return {
    laws: found,
    exit:
      !concerned || exit === null || annex === null
        ? null
        : {
            points: exit.points.map(({ point, area, outside = [] }) => ({ point, area, outside })),
            tests: exit.tests.map(ask),
            influence: ask(exit.influence),
            profiling: ask(exit.profiling),
            answer: exit.answer,
            record: annex.exit.record,
            checked: annexIII.checked,
            reviewBy: annexIII.reviewBy,
          },
    askedByExit: concerned ? asked.flatMap(({ test }) => factsOfRule(test.rule)) : [],
  };
}

function question(fact: string, { pack }: Assessed, { id, facts, version }: KeptSystem) {
  const definition = pack.facts.find((one) => one.id === fact);
  if (definition === undefined) return [];
  return [questionView(definition, [{ subject: id, name: null, value: facts[fact] ?? null, version }], pack, [])];
}

function lawView(finding: LawFinding, assessed: Assessed, system: string, unfolded: string | null): LawView {
  const { reasons, lawTitles } = assessed;
  return {
    law: finding.instrument,
    title: lawTitles.get(finding.instrument) ?? finding.instrument,
    standing: standingUnder(finding),
    otherwise: finding.otherwise,
    checked: finding.law.checked,
    reviewBy: finding.law.reviewBy,
    classes: finding.classes.map((one) => ({
      id: one.class.id,
      title: one.class.title,
      citation: one.class.citation,
      meaning: one.class.meaning,
      weight: one.class.weight,
      answer: one.answer,
      // There is one system here: its name beside each reason would only repeat the title.
      because: reasons.of(one.because.map(({ systems: _, ...because }) => because)),
      wouldChange: reasons.changes(one.wouldChange.map(({ systems: _, ...change }) => change)),
      // Whole rules are long: one at a time is sent.
      tree: unfolded === `${finding.instrument}.${one.class.id}` ? reasons.tree(one.tree) : null,
      from: one.class.from ?? dayOf(one.class.dated, assessed, system),
    })),
  };
}

/** From when a class counts for the system: the earliest day of the duties it is dated by. Null when none of them concerns it. */
function dayOf(duties: readonly string[], { assessment }: Assessed, system: string) {
  const days = assessment.obligations
    .filter(({ id }) => duties.includes(id))
    .flatMap((duty) => {
      const own = duty.perSystem.find((one) => one.system === system);
      return own === undefined ? [] : [{ day: own.appliesFrom, group: groupOfDuty(own) }];
    })
    .sort((a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : 1));
  return days[0]?.day ?? null;
}
