import type { CheckResult, PageResult } from "#app/domain/visibility/visibility-audit.ts";
import type { AgentPurpose, EvidenceGrade } from "#app/domain/visibility/visibility-pack.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { useText } from "../text/use-text.ts";

const outcomes = {
  pass: { tone: "good", word: "outcomePass" },
  warn: { tone: "warn", word: "outcomeWarn" },
  fail: { tone: "bad", word: "outcomeFail" },
  "not-applicable": { tone: "quiet", word: "outcomeNotApplicable" },
} as const satisfies Record<string, { tone: Tone; word: string }>;

/** What a check found, in a word. */
export function OutcomeBadge({ check }: { check: Pick<CheckResult, "outcome" | "measured"> }) {
  const t = useText(visibilityText);
  const { tone, word } = outcomes[check.outcome];
  return <Badge tone={tone}>{check.measured ? t(word) : t("outcomeNotMeasured")}</Badge>;
}

const gateWords: Readonly<Record<string, "gateRobots" | "gateIndex" | "gateText">> = {
  "search-agents-allowed": "gateRobots",
  indexable: "gateIndex",
  "text-without-script": "gateText",
};

/** Why a gate is closed, as a word of the catalogue. */
export function gateWord(gate: string) {
  return gateWords[gate] ?? ("gateOther" as const);
}

/** How well an effect is known. */
export function GradeWord({ grade, contested = false }: { grade: EvidenceGrade; contested?: boolean }) {
  const t = useText(visibilityText);
  return (
    <>
      {t(grade)}
      {contested ? `, ${t("contested")}` : null}
    </>
  );
}

export const stateWords = {
  audited: "stateAudited",
  disallowed: "stateDisallowed",
  unreachable: "stateUnreachable",
  refused: "stateRefused",
  "not-html": "stateNotHtml",
  "too-heavy": "stateTooHeavy",
} as const satisfies Record<PageResult["state"], string>;

export const purposeWords = {
  search: "search",
  "user-triggered": "userTriggered",
  training: "training",
  "opt-out": "optOut",
  mixed: "mixed",
  other: "otherPurpose",
} as const satisfies Record<AgentPurpose, string>;

/** The path of an address, as people read a page's name. */
export function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return `${pathname}${search}`;
  } catch {
    return url;
  }
}

/** The segment under which a page of an audit has its own page. */
export function pageSegment(url: string): string {
  return encodeURIComponent(url);
}

/** How an audit stands, as words of the catalogue. */
export const statusWords = {
  queued: "statusQueued",
  running: "statusRunning",
  done: "statusDone",
  failed: "statusFailed",
  cancelled: "statusCancelled",
} as const;
