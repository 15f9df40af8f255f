import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type ColumnMapping, type ImportSettings, roleFields } from "#app/domain/workforce/import-mapping.ts";
import { readCurrency } from "#app/domain/workforce/parse-role-row.ts";
import { readCountry } from "#app/domain/workforce/read-country.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { loadImport } from "#app/services/workforce/load-import.server.ts";
import { mapImport } from "#app/services/workforce/map-import.server.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Progress } from "#app/ui/controls/progress.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { BadRows } from "#app/ui/workforce/bad-rows.tsx";
import { ImportEffect, ImportPreview, ImportWarnings } from "#app/ui/workforce/import-preview.tsx";
import { MappingForm } from "#app/ui/workforce/mapping-form.tsx";
import { OverLimitNotice } from "#app/ui/workforce/over-limit.tsx";

const column = z.string().max(300).optional();

const Mapped = z.object({
  ...(Object.fromEntries(roleFields.map((field) => [`column-${field}`, column])) as Record<string, typeof column>),
  mode: z.enum(["update", "replace"]).catch("update"),
  currency: z.string().max(10).default(""),
  country: z.string().max(60).default(""),
  intent: z.enum(["look", "commit"]).catch("look"),
});

function settingsOf(form: z.output<typeof Mapped>): ImportSettings {
  const given = form as Readonly<Record<string, string | undefined>>;
  const pairs = roleFields.flatMap((field) => (given[`column-${field}`] ? [[field, given[`column-${field}`]]] : []));
  const mapping = Object.fromEntries(pairs) as ColumnMapping;
  return { mapping, mode: form.mode, currency: readCurrency(form.currency), country: readCountry(form.country) };
}

export const loader = orgLoader("workforce:edit", async ({ deps, actor, params }) => {
  const view = await loadImport(deps, actor, params.import ?? "");
  if (!view.ok) throw notFound();
  return view.value;
});

export const action = orgAction("workforce:edit", async ({ request, deps, actor, params }) => {
  const importId = params.import ?? "";
  const form = await readForm(request, Mapped);
  if (!form.ok) return data({ failure: { kind: "title-not-mapped" as const } }, { status: 422 });
  const mapped = await mapImport(deps, actor, { importId, settings: settingsOf(form.value) });
  if (!mapped.ok) return data({ failure: mapped.failure }, { status: failureStatus(mapped.failure) });
  if (form.value.intent === "commit") {
    const saved = await importRoles(deps, actor, importId);
    if (!saved.ok) return data({ failure: saved.failure }, { status: failureStatus(saved.failure) });
  }
  return redirect(`/o/${params.org}/workforce/import/${importId}`);
});

/** While rows are being saved the page looks again every two seconds, without script too. */
export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: workforceText.import },
  ...(view?.status === "running" ? [{ httpEquiv: "refresh", content: "2" }] : []),
];

const failureTexts = {
  "title-not-mapped": "titleNotMapped",
  "nothing-readable": "nothingReadable",
  "already-saved": "alreadySaved",
} as const;

export default function ImportMappingPage() {
  const t = useText(workforceText);
  const view = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const { report, status } = view;
  const people = t("people", { count: Math.round(report.people) });
  const roles = t("roles", { count: report.roles });
  const trail = [{ to: "../workforce/import", label: t("import") }];
  const bad = <BadPanel bad={view.bad} count={view.badInAll} />;
  if (status === "running") {
    return (
      <Page
        area="workforce"
        title={t("importRunning", { rows: report.rows })}
        lead={t("importRunningLead")}
        trail={trail}
      >
        <Progress label={view.fileName} done={0} total={report.rows} />
      </Page>
    );
  }
  if (status === "done") {
    const action = <LinkButton to="../workforce">{t("toRoster")}</LinkButton>;
    return (
      <Page
        area="workforce"
        title={t("importDone", { people, roles })}
        lead={t("importDoneLead", { file: view.fileName })}
        trail={trail}
        action={action}
      >
        <ImportEffect report={report} done />
        {bad}
      </Page>
    );
  }
  const counts = { rows: report.rows, people, roles };
  const title =
    status === "failed"
      ? t("importFailed")
      : report.badRows === 0
        ? t("mappingTitle", { good: report.rows, ...counts })
        : t("mappingTitleBad", { bad: report.badRows, ...counts });
  const message = failure === undefined ? undefined : failureTexts[failure.kind as keyof typeof failureTexts];
  const over = failure?.kind === "over-limit" ? failure : view.over;
  return (
    <Page
      area="workforce"
      title={title}
      lead={status === "failed" ? t("importFailedLead") : t("mappingLead", { file: view.fileName })}
      trail={trail}
    >
      {message === undefined ? null : <Notice tone="bad">{t(message)}</Notice>}
      {over === null ? null : <OverLimitNotice limit={over.limit} used={over.used} />}
      <ImportWarnings warnings={view.warnings} />
      <MappingForm view={view} commit={t("commit", { roles })} />
      <ImportEffect report={report} />
      <ImportPreview rows={view.preview} />
      {bad}
    </Page>
  );
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
