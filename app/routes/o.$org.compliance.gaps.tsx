import { useLoaderData } from "@remix-run/react";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadGaps } from "#app/services/evidence/load-gaps.server.ts";
import { coverageText } from "#app/strings/en/coverage-and-gaps.ts";
import { evidenceStatesText } from "#app/strings/en/evidence-states.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { GapsMethod } from "#app/ui/evidence/gaps-method.tsx";
import { StateBadge } from "#app/ui/evidence/state-badge.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { DataTable } from "#app/ui/tables/data-table.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadGaps(deps, actor, asOfFrom(request));
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

export default function GapsPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(coverageText);
  const words = useText(evidenceStatesText);
  const f = useFormat();
  const { base, asked } = view;
  const gaps = view.gaps.map((gap, at) => ({ ...gap, rank: at + 1 }));
  const [first] = gaps;
  const title = first === undefined ? t(asked ? "gapsTitleNone" : "matrixTitleNone") : t("gapsTitle", first);
  return (
    <Page area="compliance" title={title} lead={first === undefined ? undefined : t("gapsLead")} asOf={view.asOf}>
      <ComplianceTabs base={base} here="gaps" />
      {first === undefined ? (
        asked ? null : (
          <EmptyState action={<LinkButton to={`${base}/compliance/questions`}>{t("answerQuestions")}</LinkButton>}>
            {t("matrixNone")}
          </EmptyState>
        )
      ) : (
        <Panel>
          <DataTable
            caption={t("gapsCaption")}
            rows={gaps}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${base}/compliance/controls/${id}`}
            detail={({ open, inForce, nextDate, effortWhy }) => (
              <span className="block pb-2 text-ink-soft">
                {[
                  t("binding", { count: open }),
                  t("bindingNow", { count: inForce }),
                  ...(nextDate === null ? [] : [t("next", { date: f.date(nextDate) })]),
                ].join(", ")}
                . {effortWhy}
              </span>
            )}
            columns={[
              { key: "control", header: t("control"), cell: (gap) => `${gap.rank}. ${gap.title}` },
              { key: "state", header: t("evidence"), cell: ({ state }) => <StateBadge state={state} /> },
              { key: "penalty", header: t("penalty"), cell: ({ penaltyTitle }) => penaltyTitle, wideOnly: true },
              { key: "effort", header: t("effort"), cell: ({ effortTitle }) => effortTitle, wideOnly: true },
              { key: "points", header: t("points"), align: "end", cell: ({ points }) => f.number(points, 1) },
            ]}
          />
        </Panel>
      )}
      <GapsMethod method={view.method} />
      <p className="text-caption text-ink-soft">{words("never")}</p>
      <NotLegalAdvice />
    </Page>
  );
}
