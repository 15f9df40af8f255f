import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadWaysForward } from "#app/services/exposure/load-ways-forward.server.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { RoleWaysPanel, SharedSkills } from "#app/ui/exposure/role-ways.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${redeploymentText.ways} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const ways = await loadWaysForward(deps, actor);
  if (!ways.ok) throw notFound();
  return { ways: ways.value };
});

export default function WaysForwardPage() {
  const { ways } = useLoaderData<typeof loader>();
  const { org } = useParams();
  const t = useText(redeploymentText);
  const f = useFormat();
  const home = `/o/${org}`;
  const trail = [{ to: ".", label: t("ways") }];
  if (ways === null || ways.lines.length === 0)
    return (
      <Page area="exposure" title={t("allTitleNone")} trail={trail}>
        <EmptyState action={<LinkButton to={`${home}/exposure`}>{t("assess")}</LinkButton>}>{t("allEmpty")}</EmptyState>
      </Page>
    );
  const sure = ways.lines.filter((line) => line.ways.some(({ clearlyLower }) => clearlyLower)).length;
  return (
    <Page
      area="exposure"
      title={t("allTitle", { count: ways.lines.length, with: sure })}
      lead={
        <>
          {t("allLead")} {t("waysPay", { share: f.share(ways.lowerPay) })}{" "}
          {ways.hidden === 0 ? null : t("hiddenRoles", { count: ways.hidden })}
        </>
      }
      asOf={ways.asOf}
      trail={trail}
      action={
        <>
          <LinkButton variant="quiet" document to={`${home}/exposure/paths/export?format=csv`}>
            {t("csv")}
          </LinkButton>
          <LinkButton variant="quiet" document to={`${home}/exposure/paths/export?format=xlsx`}>
            {t("xlsx")}
          </LinkButton>
        </>
      }
    >
      <SharedSkills skills={ways.skills} />
      {ways.lines.map((line) => (
        <RoleWaysPanel key={line.role.id} line={line} home={home} />
      ))}
      <p className="text-caption text-ink-soft">{t("gauge")}</p>
      <p className="screen-only text-caption text-ink-soft">{t("print")}</p>
      <Attribution />
    </Page>
  );
}
