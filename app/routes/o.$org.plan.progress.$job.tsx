import type { MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadPlanJob } from "#app/services/planning/load-plan-job.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Progress } from "#app/ui/controls/progress.tsx";
import { useFresh } from "#app/ui/controls/use-fresh.ts";
import { Page } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${planningText.progressTitle} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor, params }) => {
  const job = await loadPlanJob(deps, actor, { job: params.job ?? "" });
  if (!job.ok) throw notFound();
  if (job.value.state === "done") throw redirect(`/o/${params.org}/plan`);
  return job.value;
});

export default function PlanProgress() {
  const t = useText(planningText);
  const { state, because } = useLoaderData<typeof loader>();
  useFresh(state !== "failed", 1_000);
  const now = state === "waiting" ? t("progressWaiting") : t("progressWorking");
  return (
    <Page
      area="plan"
      title={state === "failed" ? t("progressFailed") : t("progressTitle")}
      action={
        <LinkButton to="" variant="quiet">
          {t("progressAgain")}
        </LinkButton>
      }
    >
      {state === "failed" ? (
        <Notice tone="bad">{because ?? t("progressFailed")}</Notice>
      ) : (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="3" />
          </noscript>
          <Progress label={t("progressTitle")} done={state === "working" ? 1 : 0} total={2} now={now} />
        </>
      )}
    </Page>
  );
}
