import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { literacyDraft, literacyErrors, literacyFields } from "#app/http/register-forms.server.ts";
import { keepLiteracy, loadLiteracy } from "#app/services/work-products/literacy.server.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { RemovedList } from "#app/ui/controls/removed-list.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { pageOf, tableState } from "#app/ui/tables/table-state.ts";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { LiteracyFields } from "#app/ui/work-products/literacy-fields.tsx";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadLiteracy(deps, actor);
  if (!view.ok) throw notFound();
  const { records, ...rest } = view.value;
  const state = tableState(request.url, { sort: "-held", size: 50 });
  const page = pageOf(records, state, {
    by: {
      who: (row) => row.who,
      people: (row) => row.people,
      topic: (row) => row.topic,
      held: (row) => row.heldOn,
      expires: (row) => row.expiresOn,
    },
    texts: (row) => [row.who, row.topic, row.evidence ?? ""],
  });
  const ended = records.filter((record) => record.state === "expired").length;
  return { ...rest, state, page, count: records.length, ended, base: `/o/${params.org}` };
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const posted = await request.formData();
  const form = parseForm(posted, z.object(literacyFields));
  if (!form.ok) return data(form.failure, { status: 422 });
  const typed = typedIn(posted);
  const { draft, errors } = literacyDraft(form.value);
  if (errors !== null) return data({ kind: "invalid" as const, errors, typed }, { status: 422 });
  const kept = await keepLiteracy(deps, actor, draft, null);
  if (kept.ok) return redirect(`/o/${params.org}/documents/literacy`);
  const { kind } = kept.failure;
  return data({ kind, errors: literacyErrors(kind), typed }, { status: failureStatus(kept.failure) });
});

const tones = { current: "good", expiring: "warn", expired: "bad" } as const;

export default function LiteracyPage() {
  const { page, state, count, ended, base, mayEdit, sees, withheld, removed, topics } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const f = useFormat();
  const here = `${base}/documents/literacy`;
  return (
    <Page
      area="compliance"
      title={t("literacyTitle", { count, ended })}
      lead={t("literacyLead")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: here, label: t("literacy") },
      ]}
    >
      <ComplianceTabs base={base} here="literacy" />
      {withheld === 0 ? null : (
        <Notice>{withheld === null ? t("withheldFew") : t("withheld", { count: withheld })}</Notice>
      )}
      <Panel>
        <DataTable
          caption={t("literacy")}
          rows={page.rows}
          total={page.total}
          state={state}
          filterable
          rowKey={({ id }) => id}
          rowHref={({ id }) => `${here}/${id}`}
          empty={own("literacyFor")}
          columns={[
            { key: "who", header: t("who"), sortable: true, cell: ({ who }) => who },
            {
              key: "people",
              header: t("people"),
              align: "end",
              sortable: true,
              cell: ({ people }) => f.number(people),
            },
            { key: "topic", header: t("topic"), sortable: true, cell: ({ topic }) => topic },
            { key: "held", header: t("heldOn"), sortable: true, wideOnly: true, cell: ({ heldOn }) => f.date(heldOn) },
            {
              key: "expires",
              header: t("expiresOn"),
              sortable: true,
              cell: ({ expiresOn, state: of }) => (
                <>
                  {expiresOn === null ? t("never") : f.date(expiresOn)} <Badge tone={tones[of]}>{t(of)}</Badge>
                </>
              ),
            },
            { key: "evidence", header: t("evidence"), wideOnly: true, cell: ({ evidence }) => evidence ?? t("none") },
          ]}
        />
        <p className="screen-only mt-3 flex gap-4">
          <a className="link" href={`${here}/export`} download>
            {t("csv")}
          </a>
          <a className="link" href={`${base}/documents/literacy-record`}>
            {t("asDocument")}
          </a>
        </p>
      </Panel>
      {mayEdit ? (
        <Panel title={t("addRecord")}>
          <Form errors={result?.errors} values={result?.typed} action="?index">
            <LiteracyFields topics={topics} sees={sees} person={false} />
            <FormActions>
              <SubmitButton>{t("add")}</SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : null}
      {mayEdit ? (
        <RemovedList
          summary={t("removedCount", { count: removed.length })}
          restore={t("restore")}
          rows={removed.map(({ id, who, topic }) => ({ id, name: who, text: `${who}: ${topic}` }))}
          actionOf={(id) => `${here}/${id}`}
        />
      ) : null}
    </Page>
  );
}
