import { complianceText } from "#app/strings/en/compliance.ts";
import { Disclosure, Fold } from "../controls/disclosure.tsx";
import { useText } from "../text/use-text.ts";
import { CheckedWords } from "./check-badge.tsx";
import { DutyDate } from "./duty-date.tsx";
import type { ListedDuty } from "./listed-duty.ts";

type DutyListProps = { duties: readonly ListedDuty[]; asOf: string; href: (id: string) => string };

/** More duties than these are folded by law, so that the page can be looked over. */
const mostUnfolded = 8;

/** Duties in their order, under one heading for each run of duties of the same law. Plain links, as in tables. */
export function DutyList({ duties, asOf, href }: DutyListProps) {
  const runs: ListedDuty[][] = [];
  for (const duty of duties) {
    const last = runs.at(-1);
    if (last?.[0]?.law === duty.law) last.push(duty);
    else runs.push([duty]);
  }
  const folded = runs.length > 1 && duties.length > mostUnfolded;
  return (
    <div className="divide-y divide-line">
      {runs.map((run) => (
        <Law key={run[0]?.id} duties={run} folded={folded} asOf={asOf} href={href} />
      ))}
    </div>
  );
}

function Law({ duties, folded, asOf, href }: DutyListProps & { folded: boolean }) {
  const t = useText(complianceText);
  const title = duties[0]?.lawTitle;
  const list = (
    <ul className="mt-1 space-y-2">
      {duties.map((duty) => (
        <DutyItem key={duty.id} duty={duty} asOf={asOf} href={href} />
      ))}
    </ul>
  );
  if (!folded)
    return (
      <div className="py-3 first:pt-0 last:pb-0">
        <h3 className="text-caption font-semibold text-ink-soft">{title}</h3>
        {list}
      </div>
    );
  return (
    <Fold title={title} note={t("duties", { count: duties.length })}>
      {list}
    </Fold>
  );
}

function DutyItem({ duty, asOf, href }: Omit<DutyListProps, "duties"> & { duty: ListedDuty }) {
  const t = useText(complianceText);
  return (
    <li>
      <a href={href(duty.id)} className="link">
        {duty.title}
      </a>{" "}
      <span className="text-caption text-ink-soft">
        {duty.citation} · <DutyDate {...duty} asOf={asOf} /> ·{" "}
        {duty.systems.length === 0 ? t("wholeOrganization") : duty.systems.join(", ")}
      </span>
      <Disclosure summary={<span className="text-caption">{t("more")}</span>}>
        <div className="space-y-1 border-l border-line pl-3 text-caption">
          <p>
            {t("whyYou")}: {duty.why}
          </p>
          {duty.evidence.length === 0 ? null : (
            <p>
              {t("evidence")}: {duty.evidence.join(" · ")}
            </p>
          )}
          {duty.controls.length === 0 ? null : (
            <p>
              {t("controls")}: {duty.controls.join(", ")}
            </p>
          )}
          <p>
            {t("howChecked")}: <CheckedWords how={duty.verification} />
          </p>
        </div>
      </Disclosure>
    </li>
  );
}
