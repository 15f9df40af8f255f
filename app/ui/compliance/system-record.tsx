import type { ControlState } from "#app/domain/compliance/evidence/control-pack.ts";
import { systemPageText } from "#app/strings/en/system-page.ts";
import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { StateBadge } from "../evidence/state-badge.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type ControlsProps = {
  controls: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: ControlState;
    readonly duties: number;
    readonly evidence: number;
  }[];
  base: string;
};

/** The controls that a system's duties ask for, with what the evidence shows. */
export function SystemControls({ controls, base }: ControlsProps) {
  const t = useText(systemPageText);
  return (
    <Panel title={t("controls")} link={{ to: `${base}/compliance/controls`, label: t("allControls") }}>
      {controls.length === 0 ? (
        <p className="text-ink-soft">{t("controlsNone")}</p>
      ) : (
        <DataTable
          caption={t("controls")}
          rows={controls}
          rowKey={(row) => row.id}
          rowHref={(row) => `${base}/compliance/controls/${row.id}`}
          columns={[
            { key: "control", header: t("control"), cell: (row) => row.title },
            {
              key: "evidence",
              header: t("evidence"),
              cell: (row) => (
                <>
                  <StateBadge state={row.state} />{" "}
                  <span className="text-ink-soft">{t("pieces", { count: row.evidence })}</span>
                </>
              ),
            },
            {
              key: "duties",
              header: t("forDuties"),
              wideOnly: true,
              cell: (row) => t("duties", { count: row.duties }),
            },
          ]}
        />
      )}
    </Panel>
  );
}

type RecordProps = {
  base: string;
  system: string;
  mayEdit: boolean;
  incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly noticedAt: string;
    readonly closed: boolean;
  }[];
  vendorAnswers: readonly { readonly question: string; readonly answer: string }[];
  reported: { readonly count: number; readonly purposes: readonly string[]; readonly data: readonly string[] };
  history: readonly {
    readonly seq: number;
    readonly at: string;
    readonly who: string | null;
    readonly action: string;
  }[];
};

/** Incidents with the system, what its vendor answered, and who changed its record. */
export function SystemRecord({ base, system, mayEdit, incidents, vendorAnswers, reported, history }: RecordProps) {
  const t = useText(systemPageText);
  const staff = useText(toolReportsText);
  const f = useFormat();
  return (
    <>
      {reported.count === 0 ? null : (
        <Panel title={staff("systemReports", { count: reported.count })}>
          <p>
            <span className="font-semibold">{staff("usedFor")}:</span> {reported.purposes.join("; ")}
          </p>
          <p>
            <span className="font-semibold">{staff("given")}:</span>{" "}
            {reported.data.length === 0 ? staff("nothingSaid") : reported.data.join("; ")}
          </p>
        </Panel>
      )}
      <Grid columns={2}>
        <Panel
          title={t("incidents")}
          {...(mayEdit
            ? { link: { to: `${base}/documents/incidents/new?system=${system}`, label: t("addIncident") } }
            : {})}
        >
          {incidents.length === 0 ? <p className="text-ink-soft">{t("incidentsNone")}</p> : null}
          <ul className="space-y-1">
            {incidents.map((one) => (
              <li key={one.id}>
                <a className="link" href={`${base}/documents/incidents/${one.id}`}>
                  {one.title}
                </a>{" "}
                <Badge tone={one.closed ? "quiet" : "warn"}>{t(one.closed ? "incidentClosed" : "incidentOpen")}</Badge>{" "}
                <span className="text-caption text-ink-soft">{f.date(one.noticedAt.slice(0, 10))}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel
          title={t("vendorAnswers", { count: vendorAnswers.length })}
          link={{ to: `${base}/documents/answers/${system}`, label: t("enterAnswers") }}
        >
          <ul className="space-y-1">
            {vendorAnswers.map(({ question, answer }) => (
              <li key={question}>
                <Disclosure summary={question}>{answer}</Disclosure>
              </li>
            ))}
          </ul>
        </Panel>
      </Grid>
      <Panel title={t("history")}>
        {history.length === 0 ? <p className="text-ink-soft">{t("historyNone")}</p> : null}
        <ol className="space-y-1">
          {history.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ol>
      </Panel>
    </>
  );
}

const said: Readonly<
  Record<
    string,
    | "did_add"
    | "did_change"
    | "did_remove"
    | "did_restore"
    | "did_confirm"
    | "did_imported"
    | "did_filled"
    | "did_undone"
    | "did_reported"
    | "did_answer"
  >
> = {
  "system.add": "did_add",
  "system.change": "did_change",
  "system.remove": "did_remove",
  "system.restore": "did_restore",
  "system.confirm": "did_confirm",
  "system.imported": "did_imported",
  "system.filled": "did_filled",
  "system.import-undone": "did_undone",
  "system.reported": "did_reported",
  "vendor.answer": "did_answer",
};

function Entry({ entry }: { entry: RecordProps["history"][number] }) {
  const t = useText(systemPageText);
  const f = useFormat();
  const words = said[entry.action];
  return (
    <li>
      <span className="text-caption text-ink-soft">{f.moment(Date.parse(entry.at))}</span>{" "}
      {entry.who ?? t("formerMember")} {words === undefined ? t("did_other", { action: entry.action }) : t(words)}
    </li>
  );
}
