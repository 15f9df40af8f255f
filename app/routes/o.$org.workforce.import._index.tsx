import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readUpload } from "#app/http/read-upload.server.ts";
import { loadImports } from "#app/services/workforce/load-import.server.ts";
import { rosterLimits } from "#app/services/workforce/read-import.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { FileInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { EarlierImports } from "#app/ui/workforce/earlier-imports.tsx";
import { tableTroubleText } from "#app/ui/workforce/table-trouble.ts";

export const loader = orgLoader("workforce:edit", async ({ deps, actor }) => loadImports(deps, actor));

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const upload = await readUpload(request, "file", rosterLimits.bytes);
  if (!upload.ok) {
    const missing = upload.failure.kind === "missing";
    const failure = missing
      ? { kind: "file-missing" as const }
      : { kind: "table-too-large" as const, limitBytes: rosterLimits.bytes };
    return data({ failure }, { status: missing ? 422 : 413 });
  }
  const started = await startImport(deps, actor, upload.value);
  if (!started.ok) return data({ failure: started.failure }, { status: failureStatus(started.failure) });
  return redirect(`/o/${params.org}/workforce/import/${started.value.importId}`);
});

export default function ImportPage() {
  const t = useText(workforceText);
  const earlier = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const errors = failure === undefined ? undefined : { file: tableTroubleText(t, failure) };
  return (
    <Page area="workforce" title={t("importTitle")} lead={t("importLead")} trail={[{ to: "", label: t("import") }]}>
      <Form encType="multipart/form-data" errors={errors}>
        <FileInput
          name="file"
          label={t("file")}
          help={t("fileHelp")}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("upload")}</SubmitButton>
          <LinkButton to="../workforce" variant="quiet">
            {t("cancel")}
          </LinkButton>
        </div>
      </Form>
      <EarlierImports imports={earlier} />
    </Page>
  );
}
