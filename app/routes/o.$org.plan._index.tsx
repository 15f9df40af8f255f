import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readPlanSettings } from "#app/http/plan-settings-form.server.ts";
import { loadPlan } from "#app/services/planning/load-plan.server.ts";
import { requestPlan } from "#app/services/planning/request-plan.server.ts";
import { savePlanSettings } from "#app/services/planning/save-plan-settings.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page } from "#app/ui/layout/page.tsx";
import { Conflicts } from "#app/ui/planning/conflicts.tsx";
import { PlanBody } from "#app/ui/planning/plan-body.tsx";
import { planTitle } from "#app/ui/planning/plan-title.ts";
import { SettingsForm, settingsValues } from "#app/ui/planning/settings-form.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${planningText.plan} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor }) => {
  const page = await loadPlan(deps, actor);
  if (!page.ok) throw notFound();
  return page.value;
});

/** `intent=make` asks for a new plan, `intent=settings` saves what it may use. */
export const action = orgAction("plan:edit", async ({ request, deps, actor, params }) => {
  const form = await readPlanSettings(request);
  if (!form.ok) return data({ errors: form.failure.errors, values: form.failure.typed, saved: false }, { status: 422 });
  if (form.value.intent === "make") {
    const asked = await requestPlan(deps, actor, { because: "You asked for a plan" });
    if (asked.ok) return redirect(`/o/${params.org}/plan/progress/${asked.value}`);
    const text = asked.failure.kind === "nothing-assessed" ? planningText.nothingAssessed : planningText.forbidden;
    return data({ errors: { form: [text] }, values: null, saved: false }, { status: failureStatus(asked.failure) });
  }
  const { basedOn, settings, typed } = form.value;
  const result = await savePlanSettings(deps, actor, { basedOn, settings });
  if (result.ok) return data({ errors: {}, values: null, saved: true }, {});
  const text = result.failure.kind === "conflict" ? planningText.conflict : planningText.forbidden;
  return data({ errors: { form: [text] }, values: typed, saved: false }, { status: failureStatus(result.failure) });
});

export default function PlanPage() {
  const t = useText(planningText);
  const f = useFormat();
  const { plan, impossible, headline, waiting, settings, settingsVersion, pools, job, today, mayEdit } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const number = plan?.number ?? 0;
  const lead =
    impossible !== null
      ? t("leadInfeasible", { number: impossible.number })
      : plan === null
        ? undefined
        : plan.proposed
          ? t("leadProposed", { number })
          : t("leadApproved", { number });
  const none = plan === null && impossible === null;
  const make = (
    <Form hidden={{ intent: "make" }}>
      <SubmitButton>{none ? t("make") : t("remake")}</SubmitButton>
    </Form>
  );
  return (
    <Page
      area="plan"
      title={impossible === null ? planTitle(t, f, headline) : t("titleInfeasible")}
      lead={lead}
      {...(plan === null ? {} : { asOf: plan.asOf })}
      action={
        <>
          {none ? null : (
            <LinkButton to="versions" variant="quiet">
              {t("versions")}
            </LinkButton>
          )}
          {mayEdit && !none ? make : null}
        </>
      }
    >
      {job === null ? null : (
        <Notice tone="accent">
          {t("working")}{" "}
          <a className="link" href={`plan/progress/${job}`}>
            {t("workingLink")}
          </a>
        </Notice>
      )}
      {waiting === null ? null : (
        <Notice tone="accent">
          {t("waiting", { number: waiting.number, summary: waiting.summary })}{" "}
          <a className="link" href={`plan/versions/${waiting.number}`}>
            {t("waitingLink")}
          </a>
        </Notice>
      )}
      {result?.saved === true ? <Notice tone="good">{t("saved")}</Notice> : null}
      {impossible === null ? null : (
        <>
          <Conflicts conflicts={impossible.conflicts} />
          {plan === null ? null : (
            <Notice>
              {t(impossible.inForce ? "staysInForce" : "earlierShown", { number })}{" "}
              <strong>{planTitle(t, f, headline)}</strong>
            </Notice>
          )}
        </>
      )}
      {none ? (
        <EmptyState action={mayEdit ? make : undefined}>
          {result?.errors !== undefined && "form" in result.errors ? result.errors.form : t("leadNone")}
        </EmptyState>
      ) : plan === null ? null : (
        <PlanBody plan={plan} pools={pools} base="plan" today={today} />
      )}
      {mayEdit ? (
        <SettingsForm
          settings={settings}
          version={settingsVersion}
          pools={pools}
          errors={result?.errors ?? null}
          values={result?.values ?? settingsValues(settings)}
          open={result?.values != null}
        />
      ) : null}
    </Page>
  );
}
