import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useRef, useState } from "react";
import type { WhatIfDesk } from "#app/domain/exposure/scenario-view.ts";
import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import { recompute } from "#app/domain/exposure/what-if.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { loadWhatIf } from "#app/services/exposure/load-scenarios.server.ts";
import { saveScenario } from "#app/services/exposure/save-scenario.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Button, LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { adoptionParameters } from "#app/ui/exposure/adoption-table.tsx";
import { GateFields, PaceFields } from "#app/ui/exposure/what-if-fields.tsx";
import { readWhatIf, type WhatIfFields } from "#app/ui/exposure/what-if-form.ts";
import { WhatIfResults } from "#app/ui/exposure/what-if-results.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const desk = await loadWhatIf(deps, actor);
  if (!desk.ok) throw notFound();
  const fields: WhatIfFields = Object.fromEntries(new URL(request.url).searchParams);
  return { desk: desk.value, fields, base: `/o/${params.org}/exposure` };
});

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const desk = await loadWhatIf(deps, actor);
  if (!desk.ok) throw notFound();
  const say = textOf(scenariosText, defaultReader.locale);
  const refuse = (errors: Record<string, string[]>, typed: WhatIfFields, status = 422) =>
    data({ errors, typed }, { status });
  const form = await request.formData();
  const typed: WhatIfFields = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value.slice(0, 300)]] : [])),
  );
  if (desk.value === null) return refuse({ form: [say("not-assessed")] }, typed);
  const { setting, bounds } = desk.value;
  const { whatIf, wrong } = readWhatIf(typed, setting, bounds);
  const name = (typed.name ?? "").trim();
  const errors: Record<string, string[]> = {};
  for (const { name: parameter, share } of adoptionParameters) {
    const [low, high] = bounds[parameter].map((end) => (share ? end * 100 : end)) as [number, number];
    if (wrong.includes(parameter)) errors[parameter] = [say("outOfBounds", { what: say(parameter), low, high })];
  }
  if (name.length < 2 || name.length > 80) errors.name = [say("nameMissing")];
  if (Object.keys(errors).length > 0) return refuse(errors, typed);
  const saved = await saveScenario(deps, actor, { name, whatIf });
  if (!saved.ok) {
    if (saved.failure.kind === "not-found") throw notFound();
    return refuse({ form: [say(saved.failure.kind)] }, typed, failureStatus(saved.failure));
  }
  return redirect(`/o/${params.org}/exposure/scenarios/${saved.value}`);
});

export default function WhatIfPage() {
  const { desk, fields, base } = useLoaderData<typeof loader>();
  const t = useText(scenariosText);
  const trail = [
    { to: `${base}/scenarios`, label: t("toScenarios") },
    { to: ".", label: t("tryHere") },
  ];
  if (desk === null)
    return (
      <Page area="exposure" title={t("tryNothing")} trail={trail}>
        <EmptyState action={<LinkButton to={base}>{t("toExposure")}</LinkButton>}>{t("tryNothingText")}</EmptyState>
      </Page>
    );
  return <Desk desk={desk} fields={fields} trail={trail} />;
}

type DeskProps = { desk: WhatIfDesk; fields: WhatIfFields; trail: readonly { to: string; label: string }[] };

/** The form at the left, what would follow at the right; every change is computed at once where there is script. */
function Desk({ desk, fields, trail }: DeskProps) {
  const failed = useActionData<typeof action>();
  const t = useText(scenariosText);
  const f = useFormat();
  const form = useRef<HTMLDivElement>(null);
  const first = { ...fields, ...failed?.typed };
  const [whatIf, setWhatIf] = useState<WhatIf>(() => readWhatIf(first, desk.setting, desk.bounds).whatIf);
  const ownPace = adoptionParameters.some(({ name }) => (first[name] ?? "") !== "");
  const { base, currency } = desk;
  const result = recompute(base, whatIf);
  const shown = result?.byHours.score ?? base.like.score;

  function readAgain() {
    const element = form.current?.querySelector("form");
    if (!element) return;
    const now = [...new FormData(element)].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    );
    setWhatIf(readWhatIf(Object.fromEntries(now), desk.setting, desk.bounds).whatIf);
  }
  function slide(name: string, value: string) {
    const field = form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (!field) return;
    field.value = value;
    readAgain();
  }

  return (
    <Page
      area="exposure"
      title={t("tryTitle", { share: f.share(shown.value) })}
      lead={t("tryLead", { low: f.share(shown.low), high: f.share(shown.high) })}
      trail={trail}
    >
      {desk.hidden === 0 ? null : <Notice>{t("tryHidden", { count: desk.hidden })}</Notice>}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div ref={form} onChange={readAgain} className="lg:order-1">
          <Panel>
            <Form id="what-if" errors={failed?.errors} values={first}>
              <GateFields {...desk} fields={first} />
              <PaceFields {...desk} open={ownPace} whatIf={whatIf} onSlide={slide} />
              {desk.mayEdit ? <TextInput name="name" label={t("name")} help={t("nameHelp")} required /> : null}
              <FormActions>
                {desk.mayEdit ? <SubmitButton>{t("save")}</SubmitButton> : null}
                <Button variant="quiet" formMethod="get">
                  {t("recompute")}
                </Button>
              </FormActions>
            </Form>
          </Panel>
        </div>
        <div className="space-y-4 max-lg:order-first lg:order-2" aria-live="polite">
          {result === null ? null : (
            <WhatIfResults result={result} assessed={base.like} setting={whatIf.setting} currency={currency} />
          )}
          <p className="text-caption text-ink-soft">{t("tryHow")}</p>
        </div>
      </div>
    </Page>
  );
}
