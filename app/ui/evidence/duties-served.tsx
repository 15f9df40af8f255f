import type { ControlState, Relation } from "#app/domain/compliance/evidence/control-pack.ts";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { StateBadge } from "./state-badge.tsx";

type ServedView = {
  readonly serves: readonly {
    readonly id: string;
    readonly title: string;
    readonly law: string;
    readonly instrument: string;
    readonly wanted: readonly string[];
    readonly relation: Relation | null;
    readonly reason: string | null;
    readonly state: ControlState;
  }[];
  readonly judgedOn: string;
};

/** The duties that a control serves, how the two stand to each other and why, and what the evidence shows for each. */
export function DutiesServed({ view, base }: { view: ServedView; base: string }) {
  const t = useText(evidenceText);
  const states = useText(evidenceStatesText);
  const f = useFormat();
  const { serves } = view;
  const first = new Map(serves.map(({ instrument, id }) => [instrument, id]).reverse() as [string, string][]);
  return (
    <Panel title={t("serves")}>
      {serves.length === 0 ? (
        <p className="text-ink-soft">{t("servesNone")}</p>
      ) : (
        <DataTable
          caption={t("serves")}
          rows={serves}
          rowKey={({ id }) => id}
          detail={({ relation, reason }) => (
            <span className="block pb-2 text-ink-soft">
              {[
                states(relation === null ? "relation_open" : `relation_${relation}`),
                ...(reason === null ? [] : [reason]),
              ].join(": ")}
            </span>
          )}
          columns={[
            {
              key: "duty",
              header: t("duty"),
              // The first duty of each law is where the matrix leads to.
              cell: ({ id, title, instrument }) => (
                <a href={`${base}/compliance/${id}`} {...(first.get(instrument) === id ? { id: instrument } : {})}>
                  {title}
                </a>
              ),
            },
            { key: "law", header: t("law"), cell: ({ law }) => shortTitle(law), wideOnly: true },
            { key: "state", header: t("shown"), cell: ({ state }) => <StateBadge state={state} /> },
          ]}
        />
      )}
      {serves.length === 0 ? null : (
        <>
          <Disclosure summary={t("wanted")}>
            <ul className="list-disc space-y-1 pl-5">
              {[...new Set(serves.flatMap(({ wanted }) => wanted))].map((wanted) => (
                <li key={wanted}>{wanted}</li>
              ))}
            </ul>
          </Disclosure>
          <p className="mt-2 text-caption text-ink-soft">{t("relationsJudged", { date: f.date(view.judgedOn) })}</p>
        </>
      )}
    </Panel>
  );
}
