import { readDutyWords } from "#app/domain/exposure/duty-words.ts";
import { activitiesOfWords } from "#app/domain/exposure/match-activity.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { entriesOf } from "#app/domain/exposure/title-model.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { scoreOf, sum } from "./build-cells.ts";
import { defaultLabelOptions, labelTasks } from "./label-tasks.ts";
import { spearman } from "./rank.ts";
import { readTasks } from "./read-tasks.ts";
import { readersOf } from "./task-readers.ts";
import { trainDuties, type WordedTask } from "./train-duties.ts";

const parts = 10;

type Scored = { readonly onet: string; readonly iwas: readonly string[]; readonly score: number };

/**
 * Holds out every tenth wording of a task, places it among the activities as a duty that a user pastes, and compares its activity and its
 * score with its own labels; with and without knowing the occupation. The occupation's own score stands beside it.
 */
export function dutyFigures(
  data: string,
  worded: readonly WordedTask[],
  activityIds: readonly string[],
): Readonly<Record<string, number>> {
  const isHeld = (text: string) => hashText(`duty ${text}`) % parts === 0;
  const labels = labelled(data);
  const language = trainDuties(
    worded.filter(({ text }) => !isHeld(text)),
    activityIds,
  );
  const seen = worded
    .flatMap(({ id, text }) => (isHeld(text) ? [] : [labels.get(id)]))
    .filter((task) => task !== undefined);
  const known = knownScores(seen);
  const indexOf = new Map(activityIds.map((id, at) => [id, at]));
  const held = worded
    .filter(({ text }) => isHeld(text))
    .flatMap((task) => {
      const own = labels.get(task.id);
      return own === undefined ? [] : [{ text: task.text, own }];
    });
  const figures: Record<string, number> = { tasks: held.length };
  for (const [name, usualOf] of [
    ["alone", () => new Map<number, number>()],
    ["inOccupation", (onet: string) => known.usual(onet, indexOf)],
  ] as const) {
    const placed = held.map(({ text, own }) => {
      const said = readDutyWords(text, (stem) => entriesOf(language.words, hashText(stem)) !== null);
      const matches = activitiesOfWords(said, usualOf(own.onet), language, activityIds.length);
      const mass = matches.reduce((sum, { probability }) => sum + probability, 0);
      const near = sum(
        matches,
        ({ activity, probability }) => probability * known.score(own.onet, activityIds[activity] ?? ""),
      );
      const found = matches.map(({ activity }) => own.iwas.includes(activityIds[activity] ?? ""));
      return {
        own,
        found,
        mass,
        sure: matches[0]?.probability ?? 0,
        score: near + (1 - mass) * known.average(own.onet),
      };
    });
    const mean = (value: (task: (typeof placed)[number]) => number) => sum(placed, value) / placed.length;
    figures[`${name}.top1`] = mean(({ found }) => Number(found[0] === true));
    figures[`${name}.top3`] = mean(({ found }) => Number(found.slice(0, 3).includes(true)));
    figures[`${name}.statedTop1`] = mean(({ sure }) => sure);
    figures[`${name}.notRecognised`] = mean(({ found }) => Number(found.length === 0));
    figures[`${name}.scoreError`] = mean(({ own, score }) => Math.abs(score - own.score));
    figures[`${name}.scoreRank`] = spearman(
      placed.map(({ score }) => score),
      placed.map(({ own }) => own.score),
    );
    figures["byOccupation.scoreError"] = mean(({ own }) => Math.abs(known.average(own.onet) - own.score));
    figures["byOccupation.scoreRank"] = spearman(
      placed.map(({ own }) => known.average(own.onet)),
      placed.map(({ own }) => own.score),
    );
  }
  return figures;
}

function labelled(data: string): ReadonlyMap<number, Scored> {
  const tasks = readTasks(data);
  const beliefs = labelTasks(tasks, defaultLabelOptions, readersOf(tasks));
  return new Map(
    tasks.flatMap(({ id, onet, iwas, human, rubric1, rubric2 }, at) => {
      const belief = beliefs[at];
      const rated = human >= 0 || rubric1 >= 0 || rubric2 >= 0;
      return belief === undefined || !rated ? [] : [[id, { onet, iwas, score: scoreOf(belief.belief) }] as const];
    }),
  );
}

/** Scores of activities inside an occupation, else over all, from tasks that are not held out. */
function knownScores(tasks: readonly Scored[]) {
  const rows = tasks.flatMap((task) => task.iwas.map((iwa) => ({ ...task, iwa })));
  const meanOf = (list: readonly Scored[] | undefined) =>
    list === undefined ? undefined : sum(list, ({ score }) => score) / list.length;
  const everywhere = groupBy(rows, ({ iwa }) => iwa);
  const inside = groupBy(rows, ({ onet, iwa }) => `${onet} ${iwa}`);
  const byOccupation = groupBy(rows, ({ onet }) => onet);
  const overall = meanOf(rows) ?? 0;
  return {
    average: (onet: string) => meanOf(byOccupation.get(onet)) ?? overall,
    score: (onet: string, iwa: string) =>
      meanOf(inside.get(`${onet} ${iwa}`)) ?? meanOf(everywhere.get(iwa)) ?? overall,
    usual: (onet: string, indexOf: ReadonlyMap<string, number>) => {
      const own = byOccupation.get(onet) ?? [];
      const shares = new Map<number, number>();
      for (const { iwa } of own)
        shares.set(indexOf.get(iwa) ?? 0, (shares.get(indexOf.get(iwa) ?? 0) ?? 0) + 1 / own.length);
      return shares;
    },
  };
}
