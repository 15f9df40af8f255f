import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { SystemField } from "#app/domain/compliance/inventory/system-columns.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadSystemImport } from "#app/services/systems/load-system-import.server.ts";
import { saveSystemImport, undoSystemImport } from "#app/services/systems/save-system-import.server.ts";
import { discardSystemImport, mapSystemImport } from "#app/services/systems/start-system-import.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ListMapping } from "#app/ui/systems/list-mapping.tsx";
import { ListBadRows, ListPreview } from "#app/ui/systems/list-preview.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { ImportRemarks } from "#app/ui/workforce/import-remarks.tsx";

export const loader = orgLoader("facts:edit", async ({ deps, actor, params }) => {
  const view = await loadSystemImport(deps, actor, params.import ?? "");
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const Mapped = z.looseObject({
  existing: z.enum(["skip", "fill"]).catch("skip"),
  intent: z.enum(["look", "commit", "discard", "undo"]).catch("look"),
});

/** `column-0`, `column-1`, … in the order of the file's columns. */
function columnsOf(form: Readonly<Record<string, unknown>>): (SystemField | null)[] {
  const columns: (SystemField | null)[] = [];
  for (const [name, value] of Object.entries(form)) {
    const at = Number(/^column-(\d{1,3})$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isInteger(at) && typeof value === "string") columns[at] = value as SystemField;
  }
  return Array.from(columns, (field) => field ?? null);
}

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const importId = params.import ?? "";
  const here = `/o/${params.org}/systems/import/${importId}`;
  const form = await readForm(request, Mapped);
  if (!form.ok) throw notFound();
  const { intent, existing, ...rest } = form.value;
  const refused = (failure: { readonly kind: string }) => {
    if (failure.kind === "not-found") throw notFound();
    return data({ failure: failure.kind }, { status: failureStatus(failure) });
  };
  if (intent === "discard") {
    const gone = await discardSystemImport(deps, actor, importId);
    return gone.ok ? redirect(`/o/${params.org}/systems/import`) : refused(gone.failure);
  }
  if (intent === "undo") {
    const undone = await undoSystemImport(deps, actor, importId);
    return undone.ok ? redirect(here) : refused(undone.failure);
  }
  const mapped = await mapSystemImport(deps, actor, { importId, settings: { columns: columnsOf(rest), existing } });
  if (!mapped.ok) return refused(mapped.failure);
  if (intent === "commit") {
    const saved = await saveSystemImport(deps, actor, importId);
    if (!saved.ok) return refused(saved.failure);
  }
  return redirect(here);
});

export default function SystemListPage() {
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const t = useText(systemImportText);
  const area = useText(complianceText);
  const { report, base, status, named } = view;
  const trail = [
    { to: `${base}/systems`, label: area("tabSystems") },
    { to: `${base}/systems/import`, label: t("import") },
  ];
  if (status !== "waiting") return <Ended failure={failure} trail={trail} />;
  const { rows = 0, bad = 0, added = 0, filled = 0, skipped = 0 } = report ?? {};
  const commit =
    added + filled === 0 ? null : filled > 0 ? t("commitFill", { added, filled }) : t("commit", { count: added });
  const counts = { bad: t("badCount", { count: bad }), same: t("sameCount", { count: filled + skipped }) };
  return (
    <Page
      area="compliance"
      title={named ? t("previewTitle", { count: added }) : t("notNamed")}
      lead={named ? t("previewLead", { file: view.fileName, rows, ...counts }) : view.fileName}
      trail={trail}
    >
      <Failed kind={failure} />
      <ImportRemarks remarks={view.remarks} notes={null} fullTimeHours={0} />
      <ListBadRows rows={view.bad} count={bad} />
      <ListMapping columns={view.columns} fields={view.fields} existing={view.existing} commit={commit} />
      <ListPreview rows={view.rows} count={rows - bad} base={base} />
    </Page>
  );
}

type Trail = readonly { readonly to: string; readonly label: string }[];

function Ended({ failure, trail }: { failure: string | undefined; trail: Trail }) {
  const view = useLoaderData<typeof loader>();
  const t = useText(systemImportText);
  const f = useFormat();
  const { report, base, fileName, undoneOn } = view;
  const { added = 0, filled = 0, skipped = 0, recognised = 0, bad = 0 } = report ?? {};
  return (
    <Page
      area="compliance"
      title={undoneOn === null ? t("doneTitle", { count: added }) : t("undoneTitle", { file: fileName })}
      lead={
        undoneOn === null
          ? t("doneLead", { file: fileName, filled, skipped, recognised })
          : t("undoneLead", { date: f.date(undoneOn) })
      }
      trail={trail}
      action={<LinkButton to={`${base}/systems`}>{t("toSystems")}</LinkButton>}
    >
      <Failed kind={failure} />
      {bad === 0 ? null : (
        <Panel title={t("badTitle", { count: bad })}>
          <p className="mb-3 text-ink-soft">{view.cleared ? t("badCleared") : t("badLead")}</p>
          {view.cleared ? null : (
            <LinkButton to="bad-rows" variant="quiet" document>
              {t("badDownload")}
            </LinkButton>
          )}
        </Panel>
      )}
      {view.undo ? (
        <Panel title={t("undo")}>
          <p className="mb-3 text-ink-soft">{t("undoLead")}</p>
          <Form>
            <SubmitButton variant="danger" name="intent" value="undo">
              {t("undo")}
            </SubmitButton>
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}

function Failed({ kind }: { kind: string | undefined }) {
  const t = useText(systemImportText);
  const said: Readonly<Record<string, string>> = {
    "nothing-to-save": t("failed_nothing"),
    "already-saved": t("failed_saved"),
    "not-saved": t("failed_saved"),
    "too-late": t("failed_late"),
    "name-not-mapped": t("failed_name"),
  };
  const words = kind === undefined ? undefined : said[kind];
  return words === undefined ? null : <Notice tone="bad">{words}</Notice>;
}
