import type { Verification } from "#app/domain/compliance/obligation-pack.ts";
import type { Reason } from "#app/domain/compliance/reasons.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { useText } from "../text/use-text.ts";
import { CheckedWords } from "./check-badge.tsx";
import { DutyDate } from "./duty-date.tsx";
import { ReasonLine } from "./reason-list.tsx";

export type ListedDuty = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly law: string;
  readonly lawTitle: string;
  readonly appliesFrom: string | null;
  readonly dateOpen: boolean;
  readonly earliestPossible: boolean;
  readonly daysLeft: number | null;
  readonly systems: readonly string[];
  readonly why: readonly Reason[];
  readonly verification: Verification;
  readonly evidence: readonly string[];
  readonly controls: readonly string[];
};

type DutyListProps = { duties: readonly ListedDuty[]; asOf: string; href: (id: string) => string };

/** Duties, each with date, citation, why it applies, how it was checked and what meets it. Plain links, as in tables. */
export function DutyList({ duties, asOf, href }: DutyListProps) {
  const t = useText(complianceText);
  return (
    <ul className="divide-y divide-line">
      {duties.map((duty) => (
        <li key={duty.id} className="py-3 first:pt-0 last:pb-0">
          <a href={href(duty.id)} className="link font-semibold">
            {duty.title}
          </a>
          <p className="text-caption text-ink-soft">
            {duty.lawTitle}, {duty.citation} · <DutyDate {...duty} asOf={asOf} /> ·{" "}
            {duty.systems.length === 0 ? t("wholeOrganization") : duty.systems.join(", ")}
          </p>
          <p className="text-caption">
            <span className="text-ink-soft">{t("whyYou")}:</span> <ReasonLine reasons={duty.why} />
          </p>
          {duty.evidence.length + duty.controls.length === 0 ? null : (
            <Disclosure summary={<span className="text-caption">{t("evidence")}</span>}>
              <ul className="list-disc pl-5 text-caption">
                {duty.evidence.map((evidence) => (
                  <li key={evidence}>{evidence}</li>
                ))}
              </ul>
              <p className="text-caption text-ink-soft">
                {t("controls")}: {duty.controls.join(", ")}. {t("howChecked")}: <CheckedWords how={duty.verification} />
                .
              </p>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
