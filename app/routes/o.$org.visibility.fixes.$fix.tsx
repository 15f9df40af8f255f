import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pathOf } from "#app/domain/visibility/path-of.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { draftsShown, loadFix } from "#app/services/visibility/load-fixes.server.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { DiffBlock } from "#app/ui/visibility/diff-block.tsx";
import { FindingList } from "#app/ui/visibility/finding-list.tsx";
import { Gain } from "#app/ui/visibility/fix-table.tsx";
import { GradeWord, pageSegment } from "#app/ui/visibility/marks.tsx";
import { SiteTabs } from "#app/ui/visibility/site-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${siteWorkText.tabFixes} – Groundwork` }];

/** Pages listed; the work list has all. */
const mostListed = 100;

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadFix(deps, actor, { fix: params.fix ?? "" });
  if (!view.ok) throw notFound();
  const { pages, ...rest } = view.value;
  return { ...rest, pages: pages.slice(0, mostListed), first: draftsShown, base: `/o/${params.org}` };
});

export default function FixPage() {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const f = useFormat();
  const { fix, evidence, drafts, pages, findings, homepage, asOf, base, first } = useLoaderData<typeof loader>();
  const { planned } = fix;
  return (
    <Page
      area="visibility"
      title={
        fix.pages === 0
          ? t("fixTitleAcross", { title: fix.title, count: findings.length })
          : t("fixTitle", { title: fix.title, count: fix.pages })
      }
      lead={fix.text}
      asOf={asOf}
      trail={[{ to: `${base}/visibility/fixes`, label: t("tabFixes") }]}
    >
      <SiteTabs base={base} here="fixes" />
      <Panel>
        <dl className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
          <dt className="text-ink-soft">{words("gain")}</dt>
          <dd>
            <Gain estimate={fix.effect} />
          </dd>
          <dt className="text-ink-soft">{words("effort")}</dt>
          <dd>{words(fix.effort)}</dd>
          <dt className="text-ink-soft">{words("evidence")}</dt>
          <dd>
            <GradeWord grade={fix.evidenceGrade} contested={evidence?.contested ?? false} />
            {evidence === null ? null : (
              <>
                : {evidence.effect}
                <span className="block text-caption text-ink-soft">
                  {evidence.sources.join("; ")} ({words("reviewBy", { date: f.date(evidence.reviewBy) })})
                </span>
              </>
            )}
          </dd>
          {evidence === null ? null : (
            <>
              <dt className="text-ink-soft">{t("checkWeight")}</dt>
              <dd>
                {evidence.penalty > 0 ? words("penalty", { points: evidence.penalty }) : evidence.weight}{" "}
                <a className="link" href={`${base}/visibility/method`}>
                  {t("tabMethod")}
                </a>
              </dd>
            </>
          )}
          <dt className="text-ink-soft">{t("inPlan")}</dt>
          <dd>
            {planned === null ? (
              t("notInPlan")
            ) : (
              <a className="link" href={`${base}/plan/items/${planned.id}`}>
                {t("plannedFor", { title: planned.title, from: f.date(planned.start), to: f.date(planned.finish) })}
              </a>
            )}
          </dd>
        </dl>
      </Panel>
      <Panel title={t("draftsTitle")}>
        <p className="mb-3 max-w-3xl text-ink-soft">{drafts.length === 0 ? t("noDrafts") : t("draftsNote")}</p>
        {drafts.length === 0 ? <p>{fix.text}</p> : null}
        <ul className="space-y-4">
          {drafts.map(({ where, diff, missing }) => (
            <li key={`${where} ${diff}`}>
              <p className="mb-1 font-semibold [overflow-wrap:anywhere]">
                {where === homepage ? where : pathOf(where)}
              </p>
              <DiffBlock diff={diff} label={`${fix.title}: ${pathOf(where)}`} />
              {missing.length === 0 ? null : (
                <p className="mt-1 text-caption text-ink-soft">{t("missing", { list: missing.join("; ") })}</p>
              )}
            </li>
          ))}
        </ul>
        {drafts.length > 0 && fix.pages > first ? (
          <p className="mt-3 text-caption text-ink-soft">{t("draftsFirst", { count: first })}</p>
        ) : null}
      </Panel>
      {findings.length === 0 ? null : (
        <Panel title={t("seenAcross")}>
          <FindingList findings={findings} />
        </Panel>
      )}
      {fix.pages === 0 ? null : (
        <Panel title={t("touched")}>
          <Disclosure summary={words("pagesTouched", { count: fix.pages })} open={pages.length <= 12}>
            <ul className="list-disc pl-5">
              {pages.map((url) => (
                <li key={url} className="[overflow-wrap:anywhere]">
                  <a className="link" href={`${base}/visibility/pages/${pageSegment(url)}`}>
                    {pathOf(url)}
                  </a>
                </li>
              ))}
            </ul>
          </Disclosure>
        </Panel>
      )}
    </Page>
  );
}
