import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { incidentDraft, incidentErrors, incidentFields } from "#app/http/register-forms.server.ts";
import { enterIncident } from "#app/services/work-products/change-incident.server.ts";
import { loadIncidentForm } from "#app/services/work-products/load-incidents.server.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { Form, FormActions, type FormValues, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { IncidentFields } from "#app/ui/work-products/incident-fields.tsx";

export const loader = orgLoader("facts:edit", async ({ request, deps, actor, params }) => {
  const view = await loadIncidentForm(deps, actor);
  if (!view.ok) throw notFound();
  const { systems, consequences } = view.value;
  const asked = new URL(request.url).searchParams.get("system");
  const about = systems.find(({ id }) => id === asked)?.id ?? "";
  return { systems, consequences, about, base: `/o/${params.org}` };
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, z.object(incidentFields));
  if (!form.ok) return data(form.failure, { status: 422 });
  const entered = await enterIncident(deps, actor, incidentDraft(form.value));
  if (entered.ok) return redirect(`/o/${params.org}/documents/incidents/${entered.value}`);
  if (entered.failure.kind === "not-found") throw notFound();
  const errors = incidentErrors(entered.failure.kind);
  const typed: FormValues = { ...form.value, noticedAt: form.value.noticedAt.slice(0, 16) };
  return data({ errors, typed }, { status: failureStatus(entered.failure) });
});

export default function NewIncidentPage() {
  const { systems, consequences, about, base } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  return (
    <Page
      area="compliance"
      title={t("newIncident")}
      lead={t("newIncidentLead")}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: `${base}/documents/incidents`, label: t("incidents") },
      ]}
    >
      <Panel>
        <Form errors={result?.errors} values={result?.typed ?? { systemId: about }}>
          <IncidentFields systems={systems} consequences={consequences} />
          <FormActions>
            <SubmitButton>{t("enter")}</SubmitButton>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}
