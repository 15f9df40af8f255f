import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadWay } from "#app/services/exposure/load-way.server.ts";
import { dropWay, planWay } from "#app/services/exposure/plan-way.server.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Attribution } from "#app/ui/exposure/attribution.tsx";
import { WayBody } from "#app/ui/exposure/way-body.tsx";
import { useWayWords } from "#app/ui/exposure/way-words.ts";
import { Page } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const way = await loadWay(deps, actor, { roleId: (params.role ?? "") as RoleId, onet: params.to ?? "" });
  if (way.ok) return { page: way.value };
  if (way.failure.kind === "small") return { page: null };
  throw notFound();
});

const PlanForm = z.object({ intent: z.enum(["plan", "drop"]) });

export const action = orgAction("plan:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, PlanForm);
  if (!form.ok) return data({ failed: true }, { status: 422 });
  const way = { roleId: (params.role ?? "") as RoleId, onet: params.to ?? "" };
  const done = form.value.intent === "plan" ? await planWay(deps, actor, way) : await dropWay(deps, actor, way);
  if (!done.ok) return data({ failed: true }, { status: failureStatus(done.failure) });
  return redirect(`/o/${params.org}/exposure/${way.roleId}/paths/${way.onet}`);
});

export default function WayPage() {
  const { page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { org } = useParams();
  const t = useText(redeploymentText);
  const words = useWayWords();
  const f = useFormat();
  if (page === null)
    return (
      <Page area="exposure" title={t("ways")}>
        <Notice>{t("waySmall")}</Notice>
      </Page>
    );
  const { role, way } = page;
  const points = f.number(100 * (role.score.value - way.score.value));
  const names = { from: role.title, to: way.title, points };
  const home = `/o/${org}`;
  return (
    <Page
      area="exposure"
      title={
        way.gaps === null
          ? t("wayTitle", { ...names, distance: words.nearness(way) })
          : t("wayTitleSkills", { ...names, count: way.gaps.length })
      }
      lead={t("wayLead", { occupation: page.occupation })}
      asOf={page.asOf}
      trail={[
        { to: `${home}/exposure/${role.id}`, label: role.title },
        { to: ".", label: way.title },
      ]}
    >
      {failed === undefined ? null : <Notice tone="warn">{t("notPlanned")}</Notice>}
      <WayBody way={page} home={home} />
      <Attribution />
    </Page>
  );
}
