import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { parseForm, typedIn } from "#app/http/read-form.server.ts";
import { literacyDraft, literacyErrors, literacyFields } from "#app/http/register-forms.server.ts";
import { removeEntry } from "#app/services/work-products/change-incident.server.ts";
import { keepLiteracy, loadLiteracyRecord } from "#app/services/work-products/literacy.server.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { UndoBanner } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { LiteracyFields } from "#app/ui/work-products/literacy-fields.tsx";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const view = await loadLiteracyRecord(deps, actor, params.record ?? "");
  if (!view.ok) throw notFound();
  return { ...view.value, base: `/o/${params.org}` };
});

const Change = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: z.coerce.number().int().min(0), ...literacyFields }),
  z.object({ intent: z.literal("remove") }),
  z.object({ intent: z.literal("restore") }),
]);

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const id = params.record ?? "";
  const seen = await loadLiteracyRecord(deps, actor, id);
  if (!seen.ok) throw notFound();
  const posted = await request.formData();
  const form = parseForm(posted, Change);
  if (!form.ok) return data(form.failure, { status: 422 });
  const command = form.value;
  const list = `/o/${params.org}/documents/literacy`;
  if (command.intent !== "save") {
    const done = await removeEntry(deps, actor, { register: "literacy", id, back: command.intent === "restore" });
    if (!done.ok) throw notFound();
    return redirect(`${list}/${id}`);
  }
  const typed = typedIn(posted);
  const { draft, errors } = literacyDraft(command);
  if (errors !== null) return data({ kind: "invalid" as const, errors, typed }, { status: 422 });
  const kept = await keepLiteracy(deps, actor, draft, { id, version: command.version });
  if (kept.ok) return redirect(list);
  if (kept.failure.kind === "not-found") throw notFound();
  const { kind } = kept.failure;
  return data({ kind, errors: literacyErrors(kind), typed }, { status: failureStatus(kept.failure) });
});

export default function LiteracyRecordPage() {
  const { record, removed, mayEdit, sees, state, base } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(registersText);
  const own = useText(workProductText);
  const f = useFormat();
  const { id, version, person, ...values } = record;
  const typed = result?.typed.who === undefined ? { ...values, person } : result.typed;
  return (
    <Page
      area="compliance"
      title={`${record.who}: ${t("recordOf", { topic: record.topic, date: f.date(record.heldOn) })}`}
      lead={t(state)}
      trail={[
        { to: `${base}/documents`, label: own("area") },
        { to: `${base}/documents/literacy`, label: t("literacy") },
      ]}
    >
      {removed ? (
        <UndoBanner action={`${base}/documents/literacy/${id}`} fields={{ intent: "restore" }}>
          {t("removed")}
        </UndoBanner>
      ) : null}
      {mayEdit && !removed ? (
        <Panel title={t("change")}>
          <Form hidden={{ version: String(version) }} errors={result?.errors} values={typed}>
            <LiteracyFields topics={[]} sees={sees} person={person} />
            <FormActions>
              <SubmitButton name="intent" value="save">
                {t("save")}
              </SubmitButton>
              <SubmitButton variant="danger" name="intent" value="remove">
                {t("remove")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : (
        <Panel>
          <p>{record.evidence ?? t("none")}</p>
        </Panel>
      )}
    </Page>
  );
}
