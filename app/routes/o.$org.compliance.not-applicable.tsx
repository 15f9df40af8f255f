import { useLoaderData } from "@remix-run/react";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadNotApplicable, type NotApplicableView } from "#app/services/compliance/load-not-applicable.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { placeName } from "#app/strings/place-name.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { ChangeList, ReasonList } from "#app/ui/compliance/reason-list.tsx";
import { Badge } from "#app/ui/controls/badge.tsx";
import { Disclosure, Fold } from "#app/ui/controls/disclosure.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = await loadNotApplicable(deps, actor, asOfFrom(request));
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

export default function NotApplicablePage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const laws = t("notLawCount", { count: view.notLaw.length });
  return (
    <Page area="compliance" title={t("notTitle", { count: view.duties, laws })} lead={t("notLead")} asOf={view.asOf}>
      <ComplianceTabs base={view.base} here="notApplicable" />
      <LawPanel title={t("notLawTitle")} laws={view.notLaw} base={view.base} />
      <LawPanel title={t("outsideTitle")} laws={view.outside} base={view.base} />
      <LawPanel title={t("inPartTitle")} laws={view.inPart} base={view.base} />
      <NotLegalAdvice />
    </Page>
  );
}

type Law = NotApplicableView["outside"][number];

function LawPanel({ title, laws, base }: { title: string; laws: readonly Law[]; base: string }) {
  const t = useText(complianceText);
  const f = useFormat();
  if (laws.length === 0) return null;
  return (
    <Panel title={`${title} (${f.number(laws.length)})`}>
      <div className="divide-y divide-line">
        {laws.map((law) => (
          <Fold
            key={law.id}
            title={law.title}
            note={
              <>
                {placeName(law.place, f.locale)} <Badge>{t(`status_${law.status}`)}</Badge>
              </>
            }
          >
            <p className="text-caption text-ink-soft">{law.citation}</p>
            {law.statusNote === undefined ? null : <p>{law.statusNote}</p>}
            {law.applies === "no" && !law.notLaw ? (
              <>
                <ReasonList reasons={law.because} />
                <ChangeList changes={law.wouldChange} lead={t("change_no")} />
              </>
            ) : null}
            {law.duties.length === 0 ? null : (
              <Disclosure summary={t("dutiesInside", { count: law.duties.length })}>
                <ul className="space-y-2">
                  {law.duties.map((duty) => (
                    <li key={duty.id}>
                      <a href={`${base}/compliance/${duty.id}`} className="link">
                        {duty.title}
                      </a>
                      <ReasonList reasons={duty.because} />
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </Fold>
        ))}
      </div>
    </Panel>
  );
}
