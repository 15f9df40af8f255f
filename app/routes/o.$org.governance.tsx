import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadGovernance } from "#app/services/governance/load-governance.server.ts";
import { governanceText } from "#app/strings/en/governance.ts";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Governance – Groundwork" }];

export const loader = orgLoader("audit:read", async ({ deps, actor }) => {
  const loaded = await loadGovernance(deps, actor);
  if (!loaded.ok) throw notFound();
  return loaded.value;
});

const tones = { proposed: "warn", approved: "good", superseded: "quiet", rejected: "quiet" } as const;

export default function GovernancePage() {
  const t = useText(governanceText);
  const { entries, log } = useLoaderData<typeof loader>();
  return (
    <Page area="governance" title={t(log.ok ? "titleWhole" : "titleBroken")} lead={t("lead")}>
      <Panel title={t("entries", { count: entries })} link={{ to: "../settings/audit", label: t("openLog") }}>
        <p className="break-all">{t("head", { head: log.head })}</p>
        <p className="text-ink-soft">{t("headHelp")}</p>
      </Panel>
      <Versions />
      <Panel title={t("rules")}>
        <ul className="list-disc space-y-1 pl-5">
          {(["rule1", "rule2", "rule3", "rule4"] as const).map((rule) => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Versions() {
  const t = useText(governanceText);
  const f = useFormat();
  const { versions } = useLoaderData<typeof loader>();
  return (
    <Panel title={t("versions")}>
      <DataTable
        caption={t("versions")}
        rows={versions}
        rowKey={(row) => String(row.number)}
        rowHref={(row) => `plan/versions/${row.number}`}
        empty={t("none")}
        columns={[
          { key: "number", header: t("number"), cell: (row) => row.number },
          {
            key: "status",
            header: t("status"),
            cell: (row) => <Badge tone={tones[row.status]}>{t(row.status)}</Badge>,
          },
          { key: "because", header: t("because"), cell: (row) => row.because },
          { key: "made", header: t("made"), wideOnly: true, cell: (row) => f.date(row.madeOn) },
          {
            key: "decided",
            header: t("decided"),
            cell: (row) =>
              row.decidedOn === null
                ? t("undecided")
                : row.decidedBy === null
                  ? f.date(row.decidedOn)
                  : t("decidedBy", { who: row.decidedBy, date: f.date(row.decidedOn) }),
          },
          {
            key: "basis",
            header: t("basis"),
            wideOnly: true,
            cell: (row) => t("basisValue", { version: row.knowledgeVersion, hash: row.inputHash.slice(0, 12) }),
          },
        ]}
      />
    </Panel>
  );
}
