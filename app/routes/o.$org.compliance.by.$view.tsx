import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type DutyFilter, dutyViews } from "#app/domain/compliance/duty-views.ts";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { assignDuties, undoAssignment } from "#app/services/compliance/assign-duties.server.ts";
import { loadDutyViews } from "#app/services/compliance/load-duty-views.server.ts";
import { dutyViewsText } from "#app/strings/en/duty-views.ts";
import { placeName } from "#app/strings/place-name.ts";
import { ObligationsTimeline } from "#app/ui/charts/obligations-timeline.tsx";
import { PlaceTiles } from "#app/ui/charts/place-tiles.tsx";
import { AssignForm } from "#app/ui/compliance/assign-form.tsx";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { DutyHeadings } from "#app/ui/compliance/duty-headings.tsx";
import { ViewFilter, ViewSwitch } from "#app/ui/compliance/view-switch.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice, NotLegalAdvice, UndoBanner } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

const filters = ["state", "law", "system", "owner", "place"] as const;

function filterFrom(request: Request): DutyFilter {
  const { searchParams } = new URL(request.url);
  const given = filters.flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const view = dutyViews.find((one) => one === params.view);
  if (view === undefined) throw notFound();
  const filter = filterFrom(request);
  const asked = asOfFrom(request);
  const loaded = await loadDutyViews(deps, actor, view, { ...filter, ...asked });
  if (!loaded.ok) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    ...loaded.value,
    kept: { ...filter, ...asked } as Readonly<Record<string, string>>,
    change: searchParams.get("change"),
    undone: searchParams.has("undone"),
    base: `/o/${params.org}`,
  };
});

const posted = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["assign", "take-away"]),
    duty: z.array(z.string().max(200)).max(1000).default([]),
    owner: z.string().max(200).optional(),
    seenAt: z.coerce.number().int().min(0),
  }),
  z.object({ intent: z.literal("undo"), change: z.string().max(100) }),
]);

export const action = orgAction("facts:edit", async ({ request, deps, actor }) => {
  const form = await readForm(request, posted);
  if (!form.ok) throw notFound();
  const command = form.value;
  const back = new URL(request.url);
  back.searchParams.delete("change");
  back.searchParams.delete("undone");
  const to = () => redirect(`${back.pathname.replace(/\.data$/, "")}${back.search}`);
  if (command.intent === "undo") {
    const undone = await undoAssignment(deps, actor, command.change);
    if (!undone.ok) return data({ refused: "undo-gone" as const }, { status: failureStatus(undone.failure) });
    back.searchParams.set("undone", "1");
    return to();
  }
  const owner = command.intent === "assign" ? (command.owner ?? "") : null;
  const seenAt = new Date(command.seenAt);
  const done = await assignDuties(deps, actor, { duties: command.duty, owner: owner as UserId | null, seenAt });
  if (!done.ok) return data({ refused: done.failure.kind }, { status: failureStatus(done.failure) });
  if (done.value.count > 0) back.searchParams.set("change", done.value.change);
  return to();
});

const refusals = {
  forbidden: "notFound",
  "not-found": "notFound",
  "nothing-chosen": "nothingChosen",
  conflict: "gone",
  "undo-gone": "undoGone",
} as const;

export default function DutyViewsPage() {
  const loaded = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(dutyViewsText);
  const f = useFormat();
  const { base, view, kept, asOf, today, headings, mayEdit, colleagues } = loaded;
  const search = new URLSearchParams(kept).toString();
  const here = `${base}/compliance/by/${view}${search === "" ? "" : `?${search}`}`;
  const assigning = mayEdit && colleagues.length > 0 && headings.length > 0;
  const list = (
    <DutyHeadings
      headings={headings}
      view={view}
      kept={kept}
      base={base}
      asOf={asOf}
      today={today}
      choosing={assigning}
    />
  );
  return (
    <Page
      area="compliance"
      title={t("title", { count: loaded.total, by: t(`by_${view}`) })}
      lead={t("lead", { count: loaded.unassigned, all: loaded.sure })}
      asOf={asOf}
      action={
        <LinkButton to={`${base}/compliance/register.xlsx${asOf === today ? "" : `?asOf=${asOf}`}`} document>
          {t("xlsx")}
        </LinkButton>
      }
    >
      <ComplianceTabs base={base} here="views" />
      <ViewSwitch view={view} kept={kept} base={base} />
      {result === undefined ? null : <Notice tone="warn">{t(refusals[result.refused])}</Notice>}
      {loaded.change === null || result !== undefined ? null : (
        <UndoBanner action={here} fields={{ intent: "undo", change: loaded.change }}>
          {t("assigned")}
        </UndoBanner>
      )}
      {loaded.undone ? <Notice>{t("undone")}</Notice> : null}
      <ViewFilter kept={kept} view={view} base={base} loaded={loaded} />
      {loaded.timeline.length === 0 ? null : (
        <Panel title={t("timeline")}>
          <ObligationsTimeline
            title={t("timeline")}
            description={t("timelineAbout")}
            today={asOf}
            items={loaded.timeline.map(({ date, law, label, upcoming, duties }) => ({
              date,
              label: t("mark", { count: duties, law: shortTitle(label) }),
              state: upcoming ? "upcoming" : "in-force",
              href: `${base}/compliance/by/date?law=${law}`,
            }))}
          />
        </Panel>
      )}
      {loaded.places.length === 0 ? null : (
        <Panel title={t("tiles")}>
          <PlaceTiles
            title={t("tiles")}
            description={t("tilesAbout")}
            stateName={(place) => placeName(place, f.locale)}
            places={loaded.places.map((place) => ({
              ...place,
              name: placeName(place.place, f.locale),
              ...(place.duties === 0 ? {} : { href: `${base}/compliance/by/place?place=${place.place}` }),
            }))}
          />
        </Panel>
      )}
      {assigning ? (
        <AssignForm action={here} colleagues={colleagues} seenAt={loaded.seenAt}>
          {list}
        </AssignForm>
      ) : (
        list
      )}
      {mayEdit && colleagues.length === 0 ? (
        <p className="text-ink-soft">
          {t("alone")}{" "}
          <a className="link" href={`${base}/settings/members`}>
            {t("invite")}
          </a>
        </p>
      ) : null}
      <NotLegalAdvice />
    </Page>
  );
}
