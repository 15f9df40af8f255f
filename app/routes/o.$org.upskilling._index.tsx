import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadUpskilling } from "#app/services/planning/load-upskilling.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Grid, Page } from "#app/ui/layout/page.tsx";
import { GroupPanel } from "#app/ui/planning/group-panel.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: "Upskilling – Groundwork" }];

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const page = await loadUpskilling(deps, actor);
  if (!page.ok) throw notFound();
  return page.value;
});

export default function UpskillingPage() {
  const t = useText(planningText);
  const f = useFormat();
  const { groups, proposed, hours, people, learningPerWeek } = useLoaderData<typeof loader>();
  if (groups === null)
    return (
      <Page area="upskilling" title={t("upskillingNone")}>
        <EmptyState action={<LinkButton to="../plan">{t("make")}</LinkButton>}>{t("leadNone")}</EmptyState>
      </Page>
    );
  const figures = { people: f.number(people), hours: f.number(hours), weekly: f.number(learningPerWeek) };
  return (
    <Page
      area="upskilling"
      title={t("upskillingTitle", figures)}
      lead={proposed ? `${t("upskillingLead")} ${t("upskillingProposed")}` : t("upskillingLead")}
    >
      <Grid>
        {groups.map((group) => (
          <GroupPanel key={group.id} group={group} />
        ))}
      </Grid>
      <NotLegalAdvice />
    </Page>
  );
}
