import type { ReactNode } from "react";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { Anchor } from "../controls/anchor.tsx";
import { Badge } from "../controls/badge.tsx";
import { FigureCard } from "../figures/figure.tsx";
import { KeyFigures } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type PartProps = { report: ReadinessReport; home: string };

/** Readiness, exposure, duties and AI search, each with what matters about it or the way to begin. */
export function OverviewFigures({ report, home }: PartProps) {
  return (
    <KeyFigures>
      <ReadinessCard report={report} home={home} />
      <ExposureCard report={report} home={home} />
      <DutiesCard report={report} home={home} />
      <VisibilityCard report={report} home={home} />
    </KeyFigures>
  );
}

function Begin({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Anchor to={to} className="link">
      {children}
    </Anchor>
  );
}

function ReadinessCard({ report: { readiness, blockers }, home }: PartProps) {
  const t = useText(overviewText);
  const f = useFormat();
  const score = readiness?.score ?? null;
  if (readiness === null || score === null) {
    return (
      <FigureCard label={t("readiness")} estimate={null} unit="points">
        <Begin to={`${home}/readiness`}>{t("answerQuestions")}</Begin>
      </FigureCard>
    );
  }
  const { change } = readiness;
  const points = change === null ? 0 : Math.round(change.points);
  return (
    <FigureCard label={t("readiness")} estimate={score} unit="points" why={`${home}/readiness`}>
      {blockers.length > 0 ? (
        <Badge tone="bad">{t("blockers", { count: blockers.length })}</Badge>
      ) : (
        <Badge tone="good">{t("noBlockers")}</Badge>
      )}{" "}
      {change === null
        ? readiness.scope === "quick"
          ? t("quickScope", { coverage: f.share(readiness.coverage) })
          : ""
        : points === 0
          ? t("noChange", { date: f.date(change.since) })
          : t("changeSince", { points: f.signed(points), date: f.date(change.since) })}
    </FigureCard>
  );
}

function ExposureCard({ report: { exposure }, home }: PartProps) {
  const t = useText(overviewText);
  const f = useFormat();
  if (exposure === null) {
    return (
      <FigureCard label={t("hoursExposed")} estimate={null} unit="share">
        <Begin to={`${home}/workforce`}>{t("tellRoles")}</Begin>
      </FigureCard>
    );
  }
  return (
    <FigureCard label={t("hoursExposed")} estimate={exposure.score} unit="share" why={`${home}/exposure`}>
      {exposure.unconfirmedRoles === 0 ? null : (
        <>
          <Badge tone="warn">{t("unconfirmedNote", { count: exposure.unconfirmedRoles })}</Badge>{" "}
        </>
      )}
      {t("sharesNote", {
        automatable: f.share(exposure.automatable.value),
        augmentable: f.share(exposure.augmentable.value),
      })}
    </FigureCard>
  );
}

function DutiesCard({ report: { duties }, home }: PartProps) {
  const t = useText(overviewText);
  const f = useFormat();
  if (duties === null) {
    return (
      <FigureCard label={t("dutiesTitle")} estimate={null} unit="count">
        <Begin to={`${home}/compliance`}>{t("answerFacts")}</Begin>
      </FigureCard>
    );
  }
  return (
    <FigureCard
      label={t("dutiesTitle")}
      estimate={null}
      unit="count"
      figure={`${f.number(duties.inForce)} · ${f.number(duties.upcoming)}`}
      why={`${home}/compliance`}
    >
      {duties.undecided === 0 ? null : (
        <>
          <Badge tone="warn">{t("openQuestions", { count: duties.openQuestions })}</Badge>{" "}
          {t("decideMore", { count: duties.undecided })}
        </>
      )}
    </FigureCard>
  );
}

function VisibilityCard({ report: { visibility }, home }: PartProps) {
  const t = useText(overviewText);
  if (visibility === null) {
    return (
      <FigureCard label={t("aiSearch")} estimate={null} unit="points">
        <Begin to={`${home}/visibility`}>{t("auditSite")}</Begin>
      </FigureCard>
    );
  }
  const [worst] = visibility.closed;
  return (
    <FigureCard
      label={t("aiSearch")}
      estimate={visibility.score}
      absent="not-assessable"
      unit="points"
      why={`${home}/visibility`}
    >
      {worst === undefined ? (
        t("openForAll", { count: visibility.audited })
      ) : (
        <>
          <Badge tone="bad">{t("closedFor", { engine: worst.name })}</Badge>{" "}
          {t("onPages", { pages: worst.pages, audited: visibility.audited })}
        </>
      )}
    </FigureCard>
  );
}
