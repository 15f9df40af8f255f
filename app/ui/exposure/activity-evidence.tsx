import type { ExplainedActivity } from "#app/domain/exposure/exposure-assessment.ts";
import { activityEvidenceText } from "#app/strings/en/activity-evidence.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** A pull of less than this is not worth a sentence. */
const noPull = 0.005;

/** One activity down to the single rater: what each says, what all say together, what it was pulled toward. */
export function ActivityEvidence({ activity }: { activity: ExplainedActivity }) {
  const t = useText(activityEvidenceText);
  const own = useText(exposureText);
  const f = useFormat();
  const { label, evidence, believed, score, wouldChange } = activity;
  const { raters, observed } = evidence;
  const gated = Math.abs(score.value - believed) > noPull;
  const would = wouldChange === "observed-use" ? "would-observed-use" : wouldChange;
  return (
    <Disclosure
      summary={
        <>
          {t("why")}
          <span className="sr-only">: {label}</span>
        </>
      }
    >
      <dl className="evidence text-caption">
        {raters.map(({ source, score: said, tasks }) => (
          <Line key={source} term={t(source)} said={t("says", { share: f.share(said), count: tasks })} />
        ))}
        {raters.length === 0 ? null : <Line term={t("alone")} said={f.share(evidence.alone)} note={t("aloneNote")} />}
        {raters.length === 0 ? null : (
          <Line term={t("similar")} said={f.share(evidence.similar)} note={t("similarNote")} />
        )}
        <Line
          term={t("believed")}
          said={f.share(believed)}
          note={
            raters.length === 0 ? `${t("noLabels")} ${t("borrowed")}` : pullText(believed - evidence.alone, t, f.number)
          }
        />
        {gated ? <Line term={t("gated")} said={f.share(score.value)} /> : null}
        <Line term={t("interval")} said={intervalText(f, score, "share") ?? t("exact")} />
        <Line
          term={t("observed")}
          said={
            observed === null
              ? t("observedNone")
              : t("observedSays", { share: f.share(observed.automation), count: observed.tasks })
          }
        />
        <Line term={t("wouldChange")} said={own(would)} />
      </dl>
    </Disclosure>
  );
}

function pullText(
  pull: number,
  t: ReturnType<typeof useText<typeof activityEvidenceText>>,
  number: (value: number) => string,
): string {
  if (Math.abs(pull) < noPull) return t("notPulled");
  return t(pull > 0 ? "pulledUp" : "pulledDown", { points: number(Math.round(Math.abs(pull) * 100)) });
}

function Line({ term, said, note }: { term: string; said: string; note?: string }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd>
        {said}
        {note === undefined ? null : <span className="text-ink-soft"> · {note}</span>}
      </dd>
    </>
  );
}
