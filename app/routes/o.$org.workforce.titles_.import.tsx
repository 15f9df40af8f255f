import { data, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readUpload } from "#app/http/read-upload.server.ts";
import { decideByFile } from "#app/services/workforce/decide-titles.server.ts";
import { rosterLimits } from "#app/services/workforce/read-import.server.ts";
import { titlesText } from "#app/strings/en/titles.ts";
import { FileInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("workforce:edit", async () => null);

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const upload = await readUpload(request, "file", rosterLimits.bytes);
  if (!upload.ok) {
    const status = upload.failure.kind === "missing" ? 422 : 413;
    return data({ kind: upload.failure.kind, lines: "", count: 0 }, { status });
  }
  const decided = await decideByFile(deps, actor, upload.value.bytes);
  if (!decided.ok) {
    const { failure } = decided;
    const wrong = failure.kind === "unknown-codes" ? failure : { lines: [], count: 0 };
    const said = { kind: failure.kind, lines: wrong.lines.join(", "), count: wrong.count };
    return data(said, { status: failureStatus(failure) });
  }
  return redirect(`/o/${params.org}/workforce/titles?saved=${decided.value.changed}`);
});

export default function TitlesImportPage() {
  const t = useText(titlesText);
  const failed = useActionData<typeof action>();
  const words: Readonly<Record<string, string>> = {
    missing: t("fileMissing"),
    "too-large": t("fileTooLarge"),
    "title-not-mapped": t("noColumns"),
    "unknown-codes": t("unknownCodes", { count: failed?.count ?? 0, lines: failed?.lines ?? "" }),
  };
  const errors = failed === undefined ? undefined : { file: [words[failed.kind] ?? t("fileUnreadable")] };
  return (
    <Page
      area="workforce"
      title={t("file")}
      lead={t("fileLead")}
      trail={[{ to: "../workforce/titles", label: t("link") }]}
    >
      <Form encType="multipart/form-data" errors={errors}>
        <FileInput name="file" label={t("upload")} accept=".csv,.tsv,.txt,.xlsx" required />
        <SubmitButton>{t("uploadButton")}</SubmitButton>
      </Form>
    </Page>
  );
}
