import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadAuditLog } from "#app/services/governance/load-audit-log.server.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { DateInput, Select } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { SettingsTabs } from "#app/ui/tenancy/settings-tabs.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${tenancyText.tabAudit} – Groundwork` }];

export const loader = orgLoader("audit:read", async ({ request, deps, actor }) => {
  const { searchParams } = new URL(request.url);
  const asked = Object.fromEntries(
    (["action", "actor", "from", "to"] as const).map((name) => [name, searchParams.get(name) ?? ""]),
  );
  const below = Number(searchParams.get("below"));
  const log = await loadAuditLog(deps, actor, { ...asked, ...(below > 0 ? { below } : {}) });
  if (!log.ok) throw notFound();
  const older = new URLSearchParams(searchParams);
  if (log.value.next !== null) older.set("below", String(log.value.next));
  return { ...log.value, asked, older: log.value.next === null ? null : `?${older}` };
});

type Entry = ReturnType<typeof useLoaderData<typeof loader>>["entries"][number];

export default function AuditPage() {
  const t = useText(tenancyText);
  const { entries, actions, people, asked, older } = useLoaderData<typeof loader>();
  const columns = [
    { key: "at", header: t("auditWhen"), cell: (row: Entry) => row.at.slice(0, 19).replace("T", " ") },
    { key: "who", header: t("auditWho"), cell: (row: Entry) => <Who entry={row} /> },
    { key: "action", header: t("auditAction"), cell: (row: Entry) => <code>{row.action}</code> },
    { key: "subject", header: t("auditSubject"), wideOnly: true, cell: (row: Entry) => <code>{row.subject}</code> },
    { key: "change", header: t("auditChange"), cell: (row: Entry) => <WhatChanged entry={row} /> },
  ];
  return (
    <Page area="settings" title={t("auditTitle", { count: entries.length })} lead={t("auditLead")}>
      <SettingsTabs />
      <Form method="get" values={asked}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="action"
            label={t("auditAction")}
            placeholder={t("auditAll")}
            options={actions.map((value) => ({ value, label: value }))}
          />
          <Select
            name="actor"
            label={t("auditWho")}
            placeholder={t("auditAll")}
            options={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <DateInput name="from" label={t("auditFrom")} />
          <DateInput name="to" label={t("auditTo")} />
        </div>
        <SubmitButton variant="quiet">{t("auditFilter")}</SubmitButton>
      </Form>
      <DataTable caption={t("tabAudit")} rows={entries} rowKey={(row) => row.id} columns={columns} />
      {older === null ? null : (
        <Link to={older} className="link">
          {t("auditOlder")}
        </Link>
      )}
    </Page>
  );
}

function Who({ entry }: { entry: Entry }) {
  const t = useText(tenancyText);
  if (entry.who !== null) return <>{entry.who}</>;
  if (entry.actor === "system") return <>{t("auditSystem")}</>;
  return <>{t(entry.actor.startsWith("guest") ? "auditGuest" : "auditGone")}</>;
}

function WhatChanged({ entry }: { entry: Entry }) {
  const t = useText(tenancyText);
  if (entry.payloadErased) return <>{t("auditErased")}</>;
  return (
    <details>
      <summary className="text-accent">{t("auditChange")}</summary>
      <p className="text-caption text-ink-soft">{t("auditNumber", { seq: entry.seq, request: entry.requestId })}</p>
      <dl>
        {(["before", "after"] as const).map((side) =>
          entry[side] === null ? null : (
            <div key={side}>
              <dt>{t(side === "before" ? "auditBefore" : "auditAfter")}</dt>
              <dd className="font-mono text-caption break-all">{JSON.stringify(entry[side])}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}
