import { mergeChanges } from "#app/domain/planning/merge-changes.ts";
import type { PlanFigures } from "#app/domain/reports/action-lines.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { Badge } from "../controls/badge.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const signs = { added: "+", dropped: "−", moved: "→", mode: "↔", forecast: "~" } as const;
const shown = 4;

type ChangedPanelProps = { changed: ReadinessReport["changed"]; home: string };

/** What the newest version of the plan changed, with the reason of each change. */
export function ChangedPanel({ changed, home }: ChangedPanelProps) {
  const t = useText(overviewText);
  const f = useFormat();
  if (changed === null || changed.changes.length === 0) {
    return (
      <Panel title={t("changesTitle")}>
        <p className="text-ink-soft">{changed?.summary ?? t("nothingChanged")}</p>
        <p className="mt-2">
          <a href={`${home}/outcomes`} className="link">
            {t("recordOutcome")}
          </a>
        </p>
      </Panel>
    );
  }
  const count = changed.changes.length;
  return (
    <Panel
      title={t("changedTitle", { number: changed.number })}
      link={{ to: `${home}/changes`, label: t("reviewChanges", { count }) }}
    >
      <ul className="divide-y divide-line">
        {mergeChanges(changed.changes)
          .slice(0, shown)
          .map(({ id, change, text, because }) => (
            <li key={`${id} ${change}`} className="flex gap-3 py-2.5">
              <span aria-hidden="true" className="w-3 text-accent">
                {signs[change]}
              </span>
              <span>
                {f.datesIn(text)}
                <span className="block text-caption text-ink-soft">{f.datesIn(because)}</span>
              </span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

/** The first three actions of the plan: who, until when, for what worth. */
export function ActionsPanel({ plan, home, asOf }: { plan: PlanFigures; home: string; asOf: string }) {
  const t = useText(overviewText);
  const f = useFormat();
  const money = (amount: number) => f.moneyShort({ amount, currency: plan.currency });
  return (
    <Panel
      title={t("planTitle", { number: plan.number })}
      link={{ to: `${home}/plan`, label: t("wholePlan", { count: plan.items }) }}
    >
      <ol className="divide-y divide-line">
        {plan.actions.slice(0, 3).map(({ id, title, owner, finish, cost, monthly, clearsBlocker }) => (
          <li key={id} className="py-2.5">
            {title} {clearsBlocker ? <Badge tone="accent">{t("clearsBlocker")}</Badge> : null}
            <span className="block text-caption text-ink-soft">
              {t(finish < asOf ? "actionLineLate" : "actionLine", {
                owner,
                date: f.date(finish),
                cost: money(cost),
                worth: `${money(monthly.value)} (${money(monthly.low)} – ${money(monthly.high)})`,
              })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
