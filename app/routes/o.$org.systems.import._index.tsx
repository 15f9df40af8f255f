import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readPosted } from "#app/http/read-upload.server.ts";
import { loadSystemImports } from "#app/services/systems/load-system-import.server.ts";
import { startSystemImport, systemListLimits } from "#app/services/systems/start-system-import.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { FileInput, TextArea } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { tableTroubleText } from "#app/ui/workforce/table-trouble.ts";

export const loader = orgLoader("facts:edit", async ({ deps, actor, params }) => ({
  earlier: await loadSystemImports(deps, actor),
  limits: { mb: Math.round(systemListLimits.bytes / 1_048_576), rows: systemListLimits.rows },
  base: `/o/${params.org}`,
}));

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const posted = await readPosted(request, "file", systemListLimits.bytes);
  if (!posted.ok) return data({ failure: { kind: posted.failure.kind }, text: "" }, { status: 413 });
  const { form, upload } = posted.value;
  const pasted = form.get("text");
  const text = typeof pasted === "string" ? pasted : "";
  if (upload === null && text.trim() === "") return data({ failure: { kind: "nothing-given" }, text }, { status: 422 });
  const given = upload ?? { fileName: "pasted.csv", bytes: new TextEncoder().encode(text) };
  const started = await startSystemImport(deps, actor, given);
  if (!started.ok) return data({ failure: started.failure, text }, { status: failureStatus(started.failure) });
  return redirect(`/o/${params.org}/systems/import/${started.value.importId}`);
});

export default function ImportSystemsPage() {
  const { earlier, limits, base } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(systemImportText);
  const area = useText(complianceText);
  return (
    <Page
      area="compliance"
      title={t("title")}
      lead={t("lead")}
      trail={[
        { to: `${base}/systems`, label: area("tabSystems") },
        { to: `${base}/systems/import`, label: t("import") },
      ]}
    >
      <Panel>
        <Form encType="multipart/form-data" errors={useErrors(result?.failure)} values={{ text: result?.text ?? "" }}>
          <FileInput
            name="file"
            label={t("file")}
            help={t("fileHelp", limits)}
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
          <TextArea name="text" label={t("paste")} help={t("pasteHelp")} rows={6} />
          <FormActions>
            <SubmitButton>{t("read")}</SubmitButton>
            <LinkButton to={`${base}/systems/import/template`} variant="quiet" document>
              {t("template")}
            </LinkButton>
          </FormActions>
        </Form>
      </Panel>
      <Earlier earlier={earlier} base={base} />
    </Page>
  );
}

function useErrors(failure: { readonly kind: string } | undefined) {
  const t = useText(systemImportText);
  const table = useText(workforceText);
  const { limits } = useLoaderData<typeof loader>();
  if (failure === undefined) return undefined;
  if (failure.kind === "nothing-given") return { file: [t("nothingGiven")] };
  if (failure.kind === "too-large" || failure.kind === "unreadable")
    return { file: [t("tooLarge", { mb: limits.mb })] };
  return { file: [tableTroubleText(table, failure)] };
}

type EarlierProps = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "earlier" | "base">;

function Earlier({ earlier, base }: EarlierProps) {
  const t = useText(systemImportText);
  const f = useFormat();
  if (earlier.length === 0) return null;
  return (
    <Panel title={t("earlier")}>
      <DataTable
        caption={t("earlier")}
        rows={earlier}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/systems/import/${row.id}`}
        columns={[
          { key: "list", header: t("list"), cell: (row) => row.fileName },
          { key: "when", header: t("when"), cell: (row) => f.date(row.createdOn) },
          {
            key: "outcome",
            header: t("outcome"),
            cell: (row) =>
              row.status === "done" ? t("state_done", { count: row.report?.added ?? 0 }) : t(`state_${row.status}`),
          },
        ]}
      />
    </Panel>
  );
}
