import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadPlanItem } from "#app/services/planning/load-plan-item.server.ts";
import { pinPlanItem } from "#app/services/planning/save-plan-settings.server.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Radios, Select } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, NotLegalAdvice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { ItemEvidence, ItemLinks } from "#app/ui/planning/item-parts.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const meta: MetaFunction = () => [{ title: `${planningText.action} – Groundwork` }];

export const loader = orgLoader("plan:read", async ({ deps, actor, params }) => {
  const page = await loadPlanItem(deps, actor, { item: params.item ?? "" });
  if (!page.ok) throw notFound();
  return page.value;
});

const PinForm = z.object({ keep: z.enum(["in", "out", "free"]), mode: z.string().optional() });

export const action = orgAction("plan:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, PinForm);
  if (!form.ok) return data({ saved: false, errors: form.failure.errors }, { status: 422 });
  const { keep, mode } = form.value;
  const pin = keep === "free" ? null : { keep, ...(mode === undefined || keep === "out" ? {} : { mode }) };
  const result = await pinPlanItem(deps, actor, { action: params.item ?? "", pin });
  if (result.ok) return data({ saved: true, errors: {} }, {});
  return data({ saved: false, errors: { form: [planningText.forbidden] } }, { status: failureStatus(result.failure) });
});

export default function PlanItemPage() {
  const t = useText(planningText);
  const f = useFormat();
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { item, pin } = page;
  const kept = pin === null ? t("pinNowFree") : pin.keep === "in" ? t("pinNowIn") : t("pinNowOut");
  return (
    <Page
      area="plan"
      title={t("itemTitle", { title: item.title, from: f.date(item.start), to: f.date(item.finish) })}
      lead={t("itemLead", { owner: item.owner, mode: item.mode.title })}
      action={<LinkButton to={`../outcomes?item=${encodeURIComponent(item.id)}`}>{t("record")}</LinkButton>}
    >
      {result?.saved === true ? <Notice tone="good">{t("pinSaved")}</Notice> : null}
      <Panel title={t("itemWhy")}>
        <ul className="list-disc space-y-1 pl-5">
          {item.why.map((driver) => (
            <li key={`${driver.ref} ${driver.text}`}>{f.datesIn(driver.text)}</li>
          ))}
        </ul>
        {page.duties.length === 0 ? null : (
          <>
            <h3 className="mt-3 font-semibold">{t("itemServes")}</h3>
            <ul className="list-disc space-y-1 pl-5">
              {page.duties.map((duty) => (
                <li key={duty.id}>
                  <Link className="link" to={`../compliance/${encodeURIComponent(duty.id)}`}>
                    {duty.title}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
        {item.serves.obligations.length === 0 ? null : <NotLegalAdvice />}
      </Panel>
      <ItemEvidence page={page} />
      <ItemLinks page={page} />
      {page.mayEdit ? (
        <Panel title={t("pinTitle")}>
          <p className="mb-3 text-ink-soft">{kept}</p>
          <Form errors={result?.errors} values={{ keep: pin?.keep ?? "free", mode: pin?.mode ?? "" }}>
            <Radios
              name="keep"
              label={t("pinTitle")}
              required
              options={[
                { value: "free", label: t("pinFree") },
                { value: "in", label: t("pinIn") },
                { value: "out", label: t("pinOut") },
              ]}
            />
            <Select
              name="mode"
              label={t("pinMode")}
              options={[
                { value: "", label: t("pinAny") },
                ...page.modes.map((mode) => ({ value: mode.id, label: mode.title })),
              ]}
            />
            <SubmitButton>{t("save")}</SubmitButton>
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}
