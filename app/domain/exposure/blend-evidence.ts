import { type ActivityEvidence, raterSources } from "./occupation-pack.ts";

/**
 * What the sources say of an activity that two occupations share: `part` is the second one's share of the time. A source
 * with labels in only one of them speaks for that one alone.
 */
export function blendEvidence(left: ActivityEvidence, right: ActivityEvidence, part: number): ActivityEvidence {
  const between = (a: number, b: number) => a + part * (b - a);
  const both = <Said>(a: Said | null, b: Said | null, mix: (a: Said, b: Said) => Said) =>
    a === null || b === null ? (a ?? b) : mix(a, b);
  return {
    alone: between(left.alone, right.alone),
    similar: between(left.similar, right.similar),
    raters: raterSources.flatMap((source) => {
      const by = ({ raters }: ActivityEvidence) => raters.find((rater) => rater.source === source) ?? null;
      const said = both(by(left), by(right), (a, b) => ({
        source,
        score: between(a.score, b.score),
        tasks: a.tasks + b.tasks,
      }));
      return said === null ? [] : [said];
    }),
    observed: both(left.observed, right.observed, (a, b) => ({
      automation: between(a.automation, b.automation),
      tasks: a.tasks + b.tasks,
    })),
  };
}
