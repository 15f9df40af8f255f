import { Link } from "@remix-run/react";
import { type EffectScale, withinRange } from "#app/domain/kernel/forecast.ts";
import type { Drift } from "#app/domain/learning/drift.ts";
import type { EvidenceCount } from "#app/domain/learning/posterior.ts";
import type { RecommendationVerdict } from "#app/domain/learning/should-replan.ts";
import { mergeChanges } from "#app/domain/planning/merge-changes.ts";
import type { PlanDiff } from "#app/domain/planning/plan.ts";
import { learningText } from "#app/strings/en/learning.ts";
import { PosteriorRidge } from "../charts/posterior-ridge.tsx";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Notice } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { effectWords, expectedWords } from "./effect-words.ts";

type Belief = { readonly mean: number; readonly sd: number };

export type VersionShown = {
  readonly number: number;
  readonly status: "proposed" | "approved" | "superseded" | "rejected";
  readonly because: string;
  readonly diff: PlanDiff | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
};

type Card = {
  readonly title: string;
  readonly scale: EffectScale | null;
  readonly before: Belief;
  readonly after: Belief;
  readonly evidence: EvidenceCount;
  readonly weightOfEvidence: number;
  readonly replan: boolean;
  readonly flipsAt: number | null;
  readonly verdict: RecommendationVerdict | null;
  readonly drift: Drift["alarm"];
  readonly outcome: {
    readonly observed: number;
    readonly observedOn: string;
    readonly basis: "measured" | "reported";
    readonly measure: string;
  } | null;
  readonly version: VersionShown | null;
};

/** One change: what, from what to what, on how much evidence, what would have turned it, what the plan made of it, who decided. */
export function ChangeCard({ card }: { card: Card }) {
  const t = useText(learningText);
  const f = useFormat();
  const { title, scale, before, after, evidence, outcome, version } = card;
  const say = ({ mean, sd }: Belief) =>
    expectedWords(f, { value: mean, low: mean - 1.645 * sd, high: mean + 1.645 * sd }, scale);
  const { flipsAt } = card;
  // A value that nobody could have observed would not have turned anything.
  const flips = flipsAt === null || withinRange(flipsAt, scale) !== flipsAt ? null : effectWords(f, flipsAt, scale);
  return (
    <Panel title={title}>
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="space-y-2">
          {outcome === null ? null : (
            <p className="first-letter:uppercase">
              {t("because", {
                measure: outcome.measure,
                observed: effectWords(f, outcome.observed, scale),
                date: f.date(outcome.observedOn),
                basis: t(outcome.basis === "measured" ? "basisMeasured" : "basisReported"),
              })}
            </p>
          )}
          <p>{t("beliefText", { before: say(before), after: say(after) })}</p>
          <p>
            <span className="font-semibold">{t("evidence")}</span>{" "}
            {t("evidenceOwn", { measured: evidence.ownMeasured, reported: evidence.ownReported })}
            {evidence.pooledMeasured === 0
              ? ""
              : t("evidencePooled", { pooled: evidence.pooledMeasured, organizations: evidence.pooledOrganizations })}
            {t("evidenceWeight", { share: f.share(card.weightOfEvidence) })}.
          </p>
          <p>
            <span className="font-semibold">{t("flips")}</span>{" "}
            {flips === null ? t("flipsNone") : t(card.replan ? "flipsReplan" : "flipsStay", { value: flips })}
          </p>
          {card.verdict === null ? null : (
            <p>
              <span className="font-semibold">{t("recommendation")}</span> {verdictWords(t, f, card.verdict)}
            </p>
          )}
          {card.drift === null ? null : (
            <Notice tone="warn">{t(card.drift === "down" ? "driftDown" : "driftUp")}</Notice>
          )}
          {version === null ? (
            <p>{t(card.replan ? "versionSame" : "versionNone")}</p>
          ) : (
            <VersionLine version={version} />
          )}
        </div>
        <PosteriorRidge
          title={t("belief")}
          unit="effect"
          wide={480}
          rows={[
            {
              label: title,
              prior: before,
              posterior: after,
              ...(outcome === null ? {} : { seen: [outcome.observed] }),
            },
          ]}
        />
      </div>
    </Panel>
  );
}

function verdictWords(
  t: ReturnType<typeof useText<typeof learningText>>,
  f: ReturnType<typeof useFormat>,
  verdict: RecommendationVerdict,
): string {
  const sure = f.share(verdict.sureness);
  if (verdict.change) return t("recommendationMay", { sure });
  return t(verdict.because === "not-enough-outcomes" ? "recommendationFew" : "recommendationUnsure", { sure });
}

/** A plan version with its diff, who decided, and the way to look at it or to go back. */
export function VersionLine({ version }: { version: VersionShown }) {
  const t = useText(learningText);
  const f = useFormat();
  const { number, status, diff, decidedBy, decidedAt, because } = version;
  const tone = status === "proposed" ? "warn" : status === "approved" ? "good" : "quiet";
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-2">
        <Link className="link font-semibold" to={`../plan/versions/${number}`}>
          {t("version", { number })}
        </Link>
        <Badge tone={tone}>{t(`status${status}`)}</Badge>
        {decidedBy === null || decidedAt === null ? null : (
          <span className="text-caption text-ink-soft">
            {t("decidedBy", { who: decidedBy, date: f.moment(decidedAt) })}
          </span>
        )}
      </p>
      <p className="text-ink-soft">{diff?.summary ?? because}</p>
      {diff === null || diff.changes.length === 0 ? null : (
        <Disclosure summary={`${t("change")} (${f.number(diff.changes.length)})`}>
          <ul className="list-disc space-y-1 pl-5">
            {mergeChanges(diff.changes).map(({ id, change, text, because: why }) => (
              <li key={`${id}/${change}`}>
                {f.datesIn(text)} <span className="text-caption text-ink-soft">{f.datesIn(why)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p className="mt-1 flex flex-wrap gap-4">
        {status === "proposed" ? (
          <Link className="link" to={`../plan/versions/${number}`}>
            {t("decide")}
          </Link>
        ) : null}
        {status === "approved" ? (
          <Link className="link" to="../plan/versions">
            {t("undo")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
