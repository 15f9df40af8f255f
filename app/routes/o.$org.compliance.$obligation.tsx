import { useLoaderData } from "@remix-run/react";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadObligation } from "#app/services/compliance/load-obligation.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { obligationText } from "#app/strings/en/obligation.ts";
import { CheckedWords } from "#app/ui/compliance/check-badge.tsx";
import { DutyDate } from "#app/ui/compliance/duty-date.tsx";
import { ChangeList, ReasonList } from "#app/ui/compliance/reason-list.tsx";
import { ReasonTree } from "#app/ui/compliance/reason-tree.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { DutyControls } from "#app/ui/evidence/duty-controls.tsx";
import { Grid, Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadObligation(deps, actor, params.obligation ?? "", asOfFrom(request));
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

export default function ObligationPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const own = useText(obligationText);
  const f = useFormat();
  const { duty, law, base, asOf, applies } = view;
  const change = { yes: "change_yes", no: "change_no", unknown: "change_open" } as const;
  return (
    <Page
      area="compliance"
      title={useTitle(view)}
      lead={
        <>
          {law.title}, {duty.citation}
          {applies === "no" ? null : (
            <>
              {" "}
              · <DutyDate {...view} asOf={asOf} />
            </>
          )}
        </>
      }
      trail={[{ to: `${base}/compliance?law=${law.id}`, label: law.title }]}
      asOf={asOf}
      action={
        applies === "unknown" ? (
          <LinkButton to={`${base}/compliance/questions`}>{own("answerQuestion")}</LinkButton>
        ) : undefined
      }
    >
      <Grid columns={2}>
        <Panel title={own("because")}>
          <ReasonList reasons={view.because} />
          <div className="mt-3 text-ink-soft">
            <ChangeList changes={view.wouldChange} lead={t(change[applies])} />
          </div>
          {view.dateBecause.length === 0 ? null : (
            <>
              <h3 className="mt-3 font-semibold">{own("dateBecause")}</h3>
              <ReasonList reasons={view.dateBecause} />
            </>
          )}
        </Panel>
        <Panel title={t("evidence")}>
          <ul className="list-disc space-y-1 pl-5">
            {duty.evidence.map((evidence) => (
              <li key={evidence}>{evidence}</li>
            ))}
          </ul>
          <h3 className="mt-3 font-semibold">{t("controls")}</h3>
          <DutyControls controls={view.controls} base={base} />
        </Panel>
      </Grid>
      {view.perSystem.length === 0 ? null : (
        <Panel title={own("perSystem")}>
          <DataTable
            caption={own("perSystem")}
            rows={view.perSystem}
            rowKey={(row) => row.system}
            columns={[
              { key: "system", header: t("system"), cell: (row) => row.system },
              { key: "applies", header: own("applies"), cell: (row) => t(`applies_${row.applies}`) },
              {
                key: "date",
                header: t("date"),
                cell: (row) => <DutyDate {...row} dateOpen={view.dateOpen} asOf={asOf} />,
              },
              { key: "state", header: t("state"), cell: (row) => t(`group_${row.state}`) },
            ]}
          />
          {view.dateRules.length === 0 ? null : (
            <div className="mt-3 text-caption text-ink-soft">
              <p>{own("dateRules")}</p>
              <ul className="list-disc pl-5">
                {view.dateRules.map(({ when, date }) => (
                  <li key={when}>
                    {when}: {f.date(date)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Panel>
      )}
      <Panel title={own("rule")}>
        <p className="text-ink-soft">{duty.trigger}</p>
        {view.trees.map(({ system, tree }) => (
          <Disclosure key={system ?? ""} summary={own("ruleFor", { system: system ?? t("wholeOrganization") })}>
            <ReasonTree tree={tree} />
          </Disclosure>
        ))}
      </Panel>
      <Panel title={own("sources")}>
        <dl className="space-y-2">
          <Term name={own("note")} text={duty.note} />
          <Term name={own("due")} text={duty.due} />
          <Term name={own("penalty")} text={duty.penalty ?? law.penalty} />
          <Term name={own("covered")} text={law.whoIsCovered} />
          <Term name={t("law")} text={[t(`status_${law.status}`), law.statusNote].filter(Boolean).join(". ")} />
          <Terms name={own("openPoints")} texts={law.openPoints} />
        </dl>
        <ul className="mt-3 list-disc pl-5">
          {view.sources.map((source) => (
            <li key={`${source.title} ${source.locator ?? ""}`}>
              {source.href === undefined ? source.title : <a href={source.href}>{source.title}</a>}
              {source.locator === undefined ? null : `, ${source.locator}`}
            </li>
          ))}
        </ul>
        <p className="mt-3">
          {t("howChecked")}: <CheckedWords how={duty.checked.how} />. {duty.checked.note}{" "}
          {own("reviewBy", { date: f.date(law.reviewBy) })}
        </p>
        {view.former.length === 0 ? null : (
          <Disclosure summary={own("former")}>
            {view.former.map(({ from, title, note }) => (
              <p key={from ?? ""}>
                {from === null ? t("sinceBefore") : t("since", { date: f.date(from) })}: {title}. {note}
              </p>
            ))}
          </Disclosure>
        )}
      </Panel>
      <NotLegalAdvice />
    </Page>
  );
}

function useTitle({ applies, duty, appliesFrom, asOf, dateOpen }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const t = useText(obligationText);
  const f = useFormat();
  const { title } = duty;
  if (applies === "no") return t("dutyNotApplicable", { title });
  if (applies === "unknown") return t("dutyMayApply", { title });
  if (appliesFrom === null) return t(dateOpen ? "dutyWillApplyOpen" : "dutyAppliesUndated", { title });
  return t(appliesFrom <= asOf ? "dutyApplies" : "dutyWillApply", { title, date: f.date(appliesFrom) });
}

function Term({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined || text === "") return null;
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="text-ink-soft">{text}</dd>
    </div>
  );
}

function Terms({ name, texts }: { name: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      {texts.map((text) => (
        <dd key={text} className="text-ink-soft">
          {text}
        </dd>
      ))}
    </div>
  );
}
