import type { Severity, SiteFinding } from "#app/domain/visibility/site/site-finding.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { useText } from "../text/use-text.ts";

const words = {
  high: { tone: "bad", word: "severityHigh" },
  medium: { tone: "warn", word: "severityMedium" },
  low: { tone: "quiet", word: "severityLow" },
} as const satisfies Record<Severity, { tone: Tone; word: string }>;

/** What was seen across pages, worst first. */
export function FindingList({ findings }: { findings: readonly SiteFinding[] }) {
  const t = useText(siteWorkText);
  return (
    <ul className="space-y-1.5">
      {findings.map(({ kind, subject, severity, text }) => (
        <li key={`${kind} ${subject}`} className="[overflow-wrap:anywhere]">
          <Badge tone={words[severity].tone}>{t(words[severity].word)}</Badge> {text}
        </li>
      ))}
    </ul>
  );
}
