import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadPlannedWays } from "#app/services/exposure/load-planned-ways.server.ts";
import { dropWay } from "#app/services/exposure/plan-way.server.ts";
import { loadUpskilling } from "#app/services/planning/load-upskilling.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { upskillingText } from "#app/strings/en/upskilling.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Notice, NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Grid, Page } from "#app/ui/layout/page.tsx";
import { GroupPanel } from "#app/ui/planning/group-panel.tsx";
import { PlannedWays } from "#app/ui/planning/planned-ways.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Upskilling – Groundwork" }];

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const page = await loadUpskilling(deps, actor);
  if (!page.ok) throw notFound();
  return { ...page.value, planned: await loadPlannedWays(deps, actor) };
});

const DropForm = z.object({ intent: z.literal("drop-way"), role: z.string().min(1), onet: z.string().min(1).max(20) });

export const action = orgAction("plan:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, DropForm);
  if (!form.ok) return data({ failed: true }, { status: 422 });
  const { role, onet } = form.value;
  const dropped = await dropWay(deps, actor, { roleId: role as RoleId, onet });
  if (!dropped.ok) return data({ failed: true }, { status: failureStatus(dropped.failure) });
  return redirect(`/o/${params.org}/upskilling?dropped`);
});

export default function UpskillingPage() {
  const t = useText(planningText);
  const own = useText(upskillingText);
  const f = useFormat();
  const { groups, proposed, hours, people, learningPerWeek, planned } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { org } = useParams();
  const ways = (
    <>
      {failed === undefined ? null : <Notice tone="warn">{own("wayNotDropped")}</Notice>}
      {search.has("dropped") && failed === undefined ? <Notice tone="good">{own("wayDropped")}</Notice> : null}
      <PlannedWays planned={planned} home={`/o/${org}`} />
    </>
  );
  if (groups === null)
    return (
      <Page area="upskilling" title={t("upskillingNone")}>
        <EmptyState action={<LinkButton to="../plan">{t("make")}</LinkButton>}>{t("leadNone")}</EmptyState>
        {ways}
      </Page>
    );
  const figures = { people: f.number(people), hours: f.number(hours), weekly: f.number(learningPerWeek) };
  return (
    <Page
      area="upskilling"
      title={t("upskillingTitle", figures)}
      lead={proposed ? `${t("upskillingLead")} ${t("upskillingProposed")}` : t("upskillingLead")}
    >
      {ways}
      <Grid>
        {groups.map((group) => (
          <GroupPanel key={group.id} group={group} />
        ))}
      </Grid>
      <NotLegalAdvice />
    </Page>
  );
}
