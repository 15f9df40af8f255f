import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type ColumnMapping, type ImportSettings, rosterFields } from "#app/domain/workforce/import-mapping.ts";
import { readCurrency } from "#app/domain/workforce/parse-role-row.ts";
import { readCountry } from "#app/domain/workforce/read-country.ts";
import { payPeriods } from "#app/domain/workforce/read-pay.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { cancelImport } from "#app/services/workforce/cancel-import.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { loadImport } from "#app/services/workforce/load-import.server.ts";
import { mapImport } from "#app/services/workforce/map-import.server.ts";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { BadRows } from "#app/ui/workforce/bad-rows.tsx";
import { ImportEffect, ImportPreview } from "#app/ui/workforce/import-preview.tsx";
import { ImportRemarks } from "#app/ui/workforce/import-remarks.tsx";
import { ImportWork, UndoImport } from "#app/ui/workforce/import-work.tsx";
import { MappingForm } from "#app/ui/workforce/mapping-form.tsx";
import { OverLimitNotice } from "#app/ui/workforce/over-limit.tsx";

const column = z.string().max(300).optional();

const Mapped = z.object({
  ...(Object.fromEntries(rosterFields.map((field) => [`column-${field}`, column])) as Record<string, typeof column>),
  mode: z.enum(["update", "replace"]).catch("update"),
  currency: z.string().max(10).default(""),
  country: z.string().max(60).default(""),
  payPeriod: z.enum(payPeriods).catch("year"),
  intent: z.enum(["look", "commit", "cancel", "undo", "undo-untouched"]).catch("look"),
});

function settingsOf(form: z.output<typeof Mapped>): ImportSettings {
  const given = form as Readonly<Record<string, string | undefined>>;
  const pairs = rosterFields.flatMap((field) => (given[`column-${field}`] ? [[field, given[`column-${field}`]]] : []));
  const mapping = Object.fromEntries(pairs) as ColumnMapping;
  const { mode, payPeriod } = form;
  const period = payPeriod === "year" ? {} : { payPeriod };
  return { mapping, mode, currency: readCurrency(form.currency), country: readCountry(form.country), ...period };
}

export const loader = orgLoader("workforce:edit", async ({ deps, actor, params }) => {
  const view = await loadImport(deps, actor, params.import ?? "");
  if (!view.ok) throw notFound();
  return view.value;
});

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const importId = params.import ?? "";
  const here = `/o/${params.org}/workforce/import/${importId}`;
  const form = await readForm(request, Mapped);
  if (!form.ok) return data({ failure: { kind: "title-not-mapped" as const } }, { status: 422 });
  const { intent } = form.value;
  if (intent === "cancel") {
    await cancelImport(deps, actor, importId);
    return redirect(here);
  }
  if (intent === "undo" || intent === "undo-untouched") {
    const undone = await undoImport(deps, actor, { importId, untouchedOnly: intent === "undo-untouched" });
    if (!undone.ok && undone.failure.kind !== "changed-since")
      return data({ failure: undone.failure }, { status: failureStatus(undone.failure) });
    return redirect(here);
  }
  const mapped = await mapImport(deps, actor, { importId, settings: settingsOf(form.value) });
  if (!mapped.ok) return data({ failure: mapped.failure }, { status: failureStatus(mapped.failure) });
  if (intent === "commit") {
    const saved = await importRoles(deps, actor, importId);
    if (!saved.ok && saved.failure.kind !== "being-read")
      return data({ failure: saved.failure }, { status: failureStatus(saved.failure) });
  }
  return redirect(here);
});

const working = new Set(["reading", "running", "undoing"]);

/** While work is going on the page looks again every two seconds, without script too. */
export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: workforceText.import },
  ...(view !== undefined && working.has(view.status) ? [{ httpEquiv: "refresh", content: "2" }] : []),
];

export default function ImportMappingPage() {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const { report, status } = view;
  const roles = t("roles", { count: report?.roles ?? 0 });
  const trail = [{ to: "../workforce/import", label: t("import") }];
  if (status === "reading" || status === "running" || status === "undoing") {
    const title =
      status === "reading"
        ? own("readingTitle", { rows: view.rows })
        : status === "running"
          ? own("savingTitle", { roles })
          : own("undoingTitle", { file: view.fileName });
    return (
      <Page area="workforce" title={title} lead={own("waitLead")} trail={trail}>
        <ImportWork view={view} />
      </Page>
    );
  }
  if (status === "done" || status === "undone") return <EndedImport failure={failure?.kind} />;
  const title =
    status === "failed"
      ? t("importFailed")
      : report === null
        ? own("notRead")
        : t(report.badRows === 0 ? "mappingTitle" : "mappingTitleBad", {
            good: report.rows,
            bad: report.badRows,
            rows: report.rows,
            people: t("people", { count: Math.round(report.people) }),
            roles,
          });
  const over = failure?.kind === "over-limit" ? failure : view.over;
  return (
    <Page
      area="workforce"
      title={title}
      lead={status === "failed" ? t("importFailedLead") : t("mappingLead", { file: view.fileName })}
      trail={trail}
    >
      <FailureNotice kind={failure?.kind} />
      {status === "failed" ? <FailureNotice kind={view.failure ?? "file"} /> : null}
      {over === null ? null : <OverLimitNotice limit={over.limit} used={over.used} />}
      <ImportRemarks remarks={view.remarks} notes={view.notes} fullTimeHours={view.fullTimeHours} />
      <MappingForm view={view} commit={report === null ? null : t("commit", { roles })} />
      {report === null ? null : <ImportEffect report={report} />}
      <ImportPreview rows={view.preview} />
      <BadPanel bad={view.bad} count={view.badInAll} />
    </Page>
  );
}

function EndedImport({ failure }: { failure: string | undefined }) {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const f = useFormat();
  const view = useLoaderData<typeof loader>();
  const { report } = view;
  const people = t("people", { count: Math.round(report?.people ?? 0) });
  const roles = t("roles", { count: report?.roles ?? 0 });
  const undone = view.status === "undone";
  return (
    <Page
      area="workforce"
      title={undone ? own("undoneTitle", { file: view.fileName }) : t("importDone", { people, roles })}
      lead={
        undone
          ? own("undoneLead", { date: f.date((view.undoneAt ?? "").slice(0, 10)) })
          : t("importDoneLead", { file: view.fileName })
      }
      trail={[{ to: "../workforce/import", label: t("import") }]}
      action={<LinkButton to="../workforce">{t("toRoster")}</LinkButton>}
    >
      <FailureNotice kind={failure} />
      {view.cleared ? <p className="mb-4 text-ink-soft">{own("cleared")}</p> : null}
      {report === null || view.cleared ? null : <ImportEffect report={report} done />}
      {view.undo === null ? null : <UndoImport undo={view.undo} />}
      {view.cleared ? null : <BadPanel bad={view.bad} count={view.badInAll} />}
    </Page>
  );
}

function FailureNotice({ kind }: { kind: string | undefined }) {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const said: Readonly<Record<string, string>> = {
    "title-not-mapped": t("titleNotMapped"),
    "nothing-readable": t("nothingReadable"),
    "already-saved": t("alreadySaved"),
    "another-running": own("anotherRunning"),
    "too-late": own("tooLate"),
    "not-saved": own("notSaved"),
    "gave-up": own("failureGaveUp"),
    "too-heavy": t("tableTooHeavy"),
    file: own("failureFile"),
  };
  const words = kind === undefined ? undefined : said[kind];
  return words === undefined ? null : <Notice tone="bad">{words}</Notice>;
}

function BadPanel({ bad, count }: { bad: Parameters<typeof BadRows>[0]["rows"]; count: number }) {
  const t = useText(workforceText);
  if (count === 0) return null;
  return (
    <Panel title={t("badTitle", { count })}>
      <p className="mb-3 text-ink-soft">{t("badLead")}</p>
      <p className="mb-3">
        <LinkButton to="bad-rows" variant="quiet" document>
          {t("badDownload")}
        </LinkButton>
      </p>
      <BadRows rows={bad} caption={t("badTitle", { count })} />
      {bad.length < count ? (
        <p className="pt-2 text-caption text-ink-soft">{t("badMore", { shown: bad.length })}</p>
      ) : null}
    </Panel>
  );
}
