import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import {
  createCalendarFeed,
  type FeedScope,
  revokeCalendarFeed,
} from "#app/services/compliance/create-calendar-feed.server.ts";
import { loadCalendar } from "#app/services/compliance/load-calendar.server.ts";
import { calendarText } from "#app/strings/en/calendar.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { FeedPanel } from "#app/ui/compliance/feed-panel.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadCalendar(deps, actor);
  if (!view.ok) throw notFound();
  const { events: _, ...shown } = view.value;
  return { ...shown, base: `/o/${params.org}` };
});

export const action = orgAction("assessment:read", async ({ request, deps, actor, params }) => {
  const form = await request.formData();
  const scope: FeedScope = form.get("scope") === "own" ? "own" : "all";
  if (form.get("intent") === "revoke") {
    const ended = await revokeCalendarFeed(deps, actor, scope);
    if (!ended.ok) throw notFound();
    return redirect(`/o/${params.org}/compliance/calendar`);
  }
  const made = await createCalendarFeed(deps, actor, scope);
  if (!made.ok) throw notFound();
  return data({ scope, address: `${deps.origin}/feeds/${made.value.token}.ics` }, { status: 201 });
});

export default function CalendarPage() {
  const view = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const t = useText(complianceText);
  const own = useText(calendarText);
  const f = useFormat();
  const { base, deadlines } = view;
  const next = deadlines.find(({ uncertain }) => !uncertain) ?? deadlines[0];
  const days = new Set(deadlines.map(({ date }) => date)).size;
  return (
    <Page
      area="compliance"
      title={own("calendarTitle", { count: days })}
      lead={
        next === undefined
          ? undefined
          : own(next.uncertain ? "calendarNextOpen" : "calendarNext", {
              date: f.date(next.date),
              law: shortTitle(next.lawTitle),
            })
      }
      action={
        <LinkButton to={`${base}/compliance/calendar.ics`} document>
          {own("download")}
        </LinkButton>
      }
    >
      <ComplianceTabs base={base} here="calendar" />
      {deadlines.map((deadline) => (
        <Panel
          key={`${deadline.date} ${deadline.law}`}
          title={`${f.date(deadline.date)} · ${shortTitle(deadline.lawTitle)}${deadline.uncertain ? `, ${own("uncertain")}` : ""}`}
        >
          <p className="text-caption text-ink-soft">
            {t("daysLeft", { count: deadline.daysLeft })} ·{" "}
            {deadline.systems.length === 0 ? t("wholeOrganization") : deadline.systems.join(", ")}
          </p>
          <ul className="mt-1 list-disc space-y-1 pl-5">
            {deadline.duties.map((duty) => (
              <li key={duty.id}>
                <a href={`${base}/compliance/${duty.id}`} className="link">
                  {duty.title}
                </a>
                {duty.applies === "unknown" && !deadline.uncertain ? `, ${own("uncertain")}` : null}
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      <FeedPanel scope="own" since={view.feeds.own} made={made} ownDuties={view.ownDuties} shown={view.hasAccount} />
      <FeedPanel scope="all" since={view.feeds.all} made={made} shown={view.mayEdit} />
      <NotLegalAdvice />
    </Page>
  );
}
