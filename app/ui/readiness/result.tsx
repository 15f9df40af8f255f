import type { Blocker, NextStep, PillarResult, ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import { leastScoreOf } from "#app/domain/readiness/score-question.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { PillarBars } from "../charts/pillar-bars.tsx";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure, FigureCard } from "../figures/figure.tsx";
import { Grid, KeyFigures, Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type ResultProps = {
  result: ReadinessAssessment;
  questions: number;
  indicators: Readonly<Record<string, string>>;
  /** Makes each pillar a link to what stands behind it. */
  pillarHref?: (pillar: string) => string;
  earlier?: Pick<ReadinessAssessment, "score" | "asOf"> | null;
};

/** Score, blockers, pillars, strengths and next steps of one result, in the order in which they are asked for. */
export function ReadinessResult({ result, questions, indicators, pillarHref, earlier = null }: ResultProps) {
  const t = useText(readinessText);
  const f = useFormat();
  return (
    <>
      <Figures result={result} questions={questions} earlier={earlier} />
      <ResultPanels result={result} indicators={indicators} {...(pillarHref === undefined ? {} : { pillarHref })} />
      <Disclosure summary={t("formula")}>
        <p className="max-w-3xl">{t("formulaOverall")}</p>
        <p className="mt-1 text-caption text-ink-soft">
          {t("version", { version: result.knowledge.version, date: f.date(result.asOf) })}
        </p>
      </Disclosure>
    </>
  );
}

type PanelsProps = Pick<ResultProps, "result" | "indicators" | "pillarHref"> & { mostBlockers?: number };

/** What blocks and what would move most, beside the pillars and which of them are strongest and weakest. */
export function ResultPanels({ result, indicators, pillarHref, mostBlockers }: PanelsProps) {
  const t = useText(readinessText);
  return (
    <Grid columns={2}>
      <div className="space-y-4">
        <Panel title={t("blockers")}>
          <Blockers blockers={result.blockers.slice(0, mostBlockers)} />
        </Panel>
        <Panel title={t("nextSteps")}>
          <NextSteps steps={result.nextSteps} blockers={result.blockers} indicators={indicators} />
        </Panel>
      </div>
      <div className="space-y-4">
        <Panel title={t("pillars")}>
          <PillarBars
            title={t("pillars")}
            description={t("pillarsDescription")}
            rows={result.pillars.map(({ pillar, title, score, target }) => ({
              label: title,
              estimate: score,
              target: leastScoreOf(target),
              ...(pillarHref === undefined ? {} : { href: pillarHref(pillar) }),
            }))}
          />
          <Gates pillars={result.pillars} />
        </Panel>
        <Panel title={t("strengths")}>
          <PillarList pillars={named(result, result.strengths)} />
          <h2 className="mt-4 mb-3 text-heading">{t("weaknesses")}</h2>
          <PillarList pillars={named(result, result.weaknesses)} empty={t("noneBelow")} />
        </Panel>
      </div>
    </Grid>
  );
}

function Figures({ result, questions, earlier }: Required<Pick<ResultProps, "result" | "questions" | "earlier">>) {
  const t = useText(readinessText);
  const f = useFormat();
  const change = result.score && earlier?.score ? result.score.value - earlier.score.value : null;
  return (
    <KeyFigures>
      <FigureCard label={t("score")} estimate={result.score} unit="points">
        {result.level === null ? null : t("level", { level: result.level, word: t(`levelWord${result.level}`) })}
        {change === null || earlier === null ? null : (
          <span className="block">
            {t("changeSince", {
              change: `${change >= 0 ? "+" : ""}${f.number(change, 0)}`,
              date: f.date(earlier.asOf),
            })}
          </span>
        )}
      </FigureCard>
      <FigureCard label={t("blockers")} estimate={null} unit="count" figure={f.number(result.blockers.length)}>
        {result.blockers.length === 0 ? t("noBlockers") : result.blockers.map(({ title }) => title).join(", ")}
      </FigureCard>
      <FigureCard label={t("chance")} estimate={null} unit="share" figure={f.chance(result.verdict.chance)}>
        {t("chanceNote")}
      </FigureCard>
      <FigureCard label={t("coverage")} estimate={null} unit="share" figure={f.share(result.coverage)}>
        {t("coverageNote", { answered: result.answered, questions })}
      </FigureCard>
    </KeyFigures>
  );
}

function Blockers({ blockers }: { blockers: readonly Blocker[] }) {
  const t = useText(readinessText);
  if (blockers.length === 0) return <p className="text-ink-soft">{t("noBlockers")}</p>;
  return (
    <ul className="space-y-4">
      {blockers.map((blocker) => (
        <li key={blocker.id}>
          <p className="flex flex-wrap items-baseline gap-2">
            <span className="font-semibold first-letter:uppercase">{blocker.title}</span>
            <Badge tone={blocker.state === "unmet" ? "bad" : "warn"}>
              {t(blocker.state === "unmet" ? "blockerUnmet" : "blockerNotKnown")}
            </Badge>
          </p>
          <p className="mt-0.5">{blocker.because}</p>
          <p className="mt-0.5 text-ink-soft">
            {t("toClear")}: {blocker.unblock} {t("usualOwner", { owner: blocker.owner })}.
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Pillars whose score would give a higher level than their gates let them have. */
function Gates({ pillars }: { pillars: readonly PillarResult[] }) {
  const t = useText(readinessText);
  const held = pillars.filter(
    ({ level, levelByScore }) => level !== null && levelByScore !== null && level < levelByScore,
  );
  if (held.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-caption text-ink-soft">
      {held.map(({ pillar, title, level, levelByScore, gates }) => (
        <li key={pillar}>
          <span className="font-semibold">{title}</span>:{" "}
          {t("capped", { level: level ?? 1, byScore: levelByScore ?? 1 })}.{" "}
          {gates
            .filter(({ state }) => state !== "met")
            .map((gate) => gate.title)
            .join(". ")}
          .
        </li>
      ))}
    </ul>
  );
}

function PillarList({ pillars, empty }: { pillars: readonly PillarResult[]; empty?: string }) {
  if (pillars.length === 0) return <p className="text-ink-soft">{empty}</p>;
  return (
    <ol className="space-y-1.5">
      {pillars.map(({ pillar, title, score }) => (
        <li key={pillar} className="flex justify-between gap-x-3">
          <span>{title}</span>
          <span className="whitespace-nowrap">
            <Figure estimate={score} unit="points" />
          </span>
        </li>
      ))}
    </ol>
  );
}

type NextStepsProps = {
  steps: readonly NextStep[];
  blockers: readonly Blocker[];
  indicators: Readonly<Record<string, string>>;
};

function NextSteps({ steps, blockers, indicators }: NextStepsProps) {
  const t = useText(readinessText);
  const f = useFormat();
  return (
    <>
      <ol className="list-decimal space-y-2 pl-5">
        {steps.slice(0, 3).map(({ question, behaviour, gain, clears }) => (
          <li key={question}>
            <span className="font-semibold">{indicators[question] ?? question}</span>: {behaviour}{" "}
            <span className="text-caption text-ink-soft">
              {t("gain", { points: f.number(gain, 1) })}
              {clears === null
                ? ""
                : `, ${t("clears", { blocker: blockers.find(({ id }) => id === clears)?.title ?? clears })}`}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-caption text-ink-soft">{t("nextStepsNote")}</p>
    </>
  );
}

function named(result: ReadinessAssessment, ids: readonly string[]): readonly PillarResult[] {
  return ids.flatMap((id) => result.pillars.filter(({ pillar }) => pillar === id));
}
