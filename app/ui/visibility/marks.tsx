import { pathOf } from "#app/domain/visibility/path-of.ts";
import type { CheckResult, PageResult, PageRole } from "#app/domain/visibility/visibility-audit.ts";
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

/** The same in a word or two, for the cells of the matrix; what the words stand for is said beside it. */
export function shortGateWord(gate: string) {
  const word = gateWord(gate);
  return word === "gateOther" ? word : (`${word}Short` as const);
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

export const roleWords = {
  home: "roleHome",
  article: "roleArticle",
  offer: "roleOffer",
  about: "roleAbout",
  contact: "roleContact",
  faq: "roleFaq",
  legal: "roleLegal",
  listing: "roleListing",
  other: "roleOther",
} as const satisfies Record<PageRole, string>;

/** A page's path as a cell of a table, broken where it must be. */
export function PagePath({ url }: { url: string }) {
  return <bdi className="inline-block min-w-28 [overflow-wrap:anywhere] md:min-w-32">{pathOf(url)}</bdi>;
}

/** A page's title, in its own direction, cut where it is longer than anybody reads. */
export function PageTitle({ title }: { title: string }) {
  return <bdi className="line-clamp-2 max-w-md [overflow-wrap:anywhere]">{title}</bdi>;
}

export const purposeWords = {
  search: "search",
  "user-triggered": "userTriggered",
  training: "training",
  "opt-out": "optOut",
  mixed: "mixed",
  other: "otherPurpose",
} as const satisfies Record<AgentPurpose, string>;

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
