import { type DutyView, none } from "#app/domain/compliance/duty-views.ts";
import type { DutyGroup } from "#app/domain/compliance/group-of-duty.ts";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { dutyViewsText } from "#app/strings/en/duty-views.ts";
import { sentenceCase } from "#app/strings/format.ts";
import { placeName } from "#app/strings/place-name.ts";
import { Badge } from "../controls/badge.tsx";
import { Fold } from "../controls/disclosure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { DutyDate } from "./duty-date.tsx";
import { viewHref } from "./view-switch.tsx";

type Row = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly law: string;
  readonly group: DutyGroup;
  readonly appliesFrom: string | null;
  readonly dateOpen: boolean;
  readonly earliestPossible: boolean;
  readonly daysLeft: number | null;
  readonly systems: readonly string[];
  readonly owner: string | null;
};

export type DutyHeading = {
  readonly key: string;
  readonly name: string | null;
  readonly count: number;
  readonly duties: readonly Row[];
};

type DutyHeadingsProps = {
  headings: readonly DutyHeading[];
  view: DutyView;
  kept: Readonly<Record<string, string>>;
  base: string;
  asOf: string;
  today: string;
  /** With a tick before each duty, inside the form that gives them to somebody. */
  choosing: boolean;
};

/** With more lines than these only what the page is about first stands open. */
const mostOpen = 12;

/** Duties under their headings, each with its day, state, systems and who answers for it. */
export function DutyHeadings(props: DutyHeadingsProps) {
  const { headings, view, kept, base, asOf } = props;
  const t = useText(dutyViewsText);
  const all = useText(complianceText);
  const name = useHeadingName(view, asOf);
  const lines = headings.reduce((sum, { duties }) => sum + duties.length, 0);
  return (
    <div className="panel divide-y divide-line">
      <h2 className="sr-only">{all("tabDuties")}</h2>
      {headings.map((heading, at) => (
        <Fold
          key={heading.key}
          title={name(heading)}
          note={all("duties", { count: heading.count })}
          open={lines <= mostOpen || at === 0}
        >
          <ul className="divide-y divide-line">
            {heading.duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} heading={heading.key} {...props} />
            ))}
          </ul>
          {heading.count > heading.duties.length && kept[view] === undefined && view !== "date" ? (
            <p className="pt-2">
              <a
                className="link"
                href={viewHref(base, view === "law" ? "date" : "law", { ...kept, [view]: heading.key })}
              >
                {t("rest", { count: heading.count - heading.duties.length })}
              </a>
            </p>
          ) : null}
        </Fold>
      ))}
    </div>
  );
}

function useHeadingName(view: DutyView, asOf: string) {
  const t = useText(dutyViewsText);
  const f = useFormat();
  return ({ key, name }: DutyHeading) => {
    if (key === none) return t(view === "date" ? "noDate" : view === "system" ? "wholeOrganization" : "nobody");
    if (view === "date") return t(key > asOf ? "from" : "since", { date: f.date(key) });
    if (view === "place") return sentenceCase(placeName(key, f.locale));
    return name ?? key;
  };
}

function DutyLine({
  duty,
  heading,
  view,
  base,
  asOf,
  today,
  choosing,
}: DutyHeadingsProps & { duty: Row; heading: string }) {
  const t = useText(dutyViewsText);
  const all = useText(complianceText);
  const facts = [
    view === "law" ? duty.citation : `${shortTitle(duty.law)}, ${duty.citation}`,
    view === "system" ? null : duty.systems.length === 0 ? all("wholeOrganization") : duty.systems.join(", "),
  ];
  return (
    <li className="flex items-start gap-3 py-2">
      {choosing ? (
        <input
          type="checkbox"
          name="duty[]"
          value={duty.id}
          className="mt-1"
          aria-label={t("choose", { title: duty.title })}
          id={`${heading}-${duty.id}`}
        />
      ) : null}
      <div className="min-w-0">
        <a href={`${base}/compliance/${duty.id}${asOf === today ? "" : `?asOf=${asOf}`}`} className="link">
          {duty.title}
        </a>{" "}
        {duty.group === "in_force" || duty.group === "upcoming" ? null : <Badge>{all(`group_${duty.group}`)}</Badge>}
        <p className="text-caption text-ink-soft">
          {facts.filter((fact) => fact !== null).join(" · ")} · <DutyDate {...duty} asOf={asOf} />
          {view === "owner" ? null : ` · ${t("who")}: ${duty.owner ?? t("nobody")}`}
        </p>
      </div>
    </li>
  );
}
