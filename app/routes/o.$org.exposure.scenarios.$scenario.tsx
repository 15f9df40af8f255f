import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { OneScenario } from "#app/domain/exposure/scenario-view.ts";
import type { ScenarioId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { nameScenario, removeScenario } from "#app/services/exposure/change-scenario.server.ts";
import { loadScenario } from "#app/services/exposure/load-scenarios.server.ts";
import { computeScenarioAgain, duplicateScenario } from "#app/services/exposure/save-scenario.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, UndoBanner } from "#app/ui/controls/notice.tsx";
import { AdoptionTable } from "#app/ui/exposure/adoption-table.tsx";
import { BusiestActivities } from "#app/ui/exposure/busiest-activities.tsx";
import { ScenarioFigures, ScenarioHistory, Switches } from "#app/ui/exposure/kept-scenario.tsx";
import { UseBands } from "#app/ui/exposure/use-bands.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const scenario = await loadScenario(deps, actor, (params.scenario ?? "") as ScenarioId);
  if (!scenario.ok) throw notFound();
  return { scenario: scenario.value, base: `/o/${params.org}/exposure/scenarios` };
});

const say = textOf(scenariosText, defaultReader.locale);
const name = z
  .string({ error: say("nameMissing") })
  .trim()
  .min(2, say("nameMissing"))
  .max(80, say("nameMissing"));
const Intent = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rename"), name, version: z.coerce.number().int().min(0) }),
  z.object({ intent: z.literal("duplicate"), name }),
  z.object({ intent: z.literal("again") }),
  z.object({ intent: z.literal("remove") }),
  z.object({ intent: z.literal("restore") }),
]);

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, Intent);
  if (!form.ok) return data(form.failure, { status: 422 });
  const id = (params.scenario ?? "") as ScenarioId;
  const command = form.value;
  const done =
    command.intent === "rename"
      ? await nameScenario(deps, actor, { id, name: command.name, version: command.version })
      : command.intent === "duplicate"
        ? await duplicateScenario(deps, actor, { id, name: command.name })
        : command.intent === "again"
          ? await computeScenarioAgain(deps, actor, id)
          : await removeScenario(deps, actor, { id, back: command.intent === "restore" });
  if (done.ok) return redirect(`/o/${params.org}/exposure/scenarios/${done.value}`);
  const { kind } = done.failure;
  if (kind === "not-found") throw notFound();
  const typed = "name" in command ? { intent: command.intent, name: command.name } : { intent: command.intent };
  return data({ kind, errors: { form: [say(kind)] }, typed }, { status: failureStatus(done.failure) });
});

export default function ScenarioPage() {
  const { scenario, base } = useLoaderData<typeof loader>();
  const t = useText(scenariosText);
  const f = useFormat();
  const { id, name, result, parameters, removed, mayEdit, stale } = scenario;
  const here = `${base}/${id}`;
  const trail = [
    { to: base, label: t("toScenarios") },
    { to: here, label: name },
  ];
  if (removed)
    return (
      <Page area="exposure" title={t("scenarioRemoved", { name })} trail={trail}>
        <UndoBanner action={here} fields={{ intent: "restore" }}>
          {t("scenarioRemoved", { name })}
        </UndoBanner>
      </Page>
    );
  const { totals, timeline, currency } = result;
  const rests = t("restsOn", { date: f.date(result.asOf), version: result.knowledge.version });
  return (
    <Page
      area="exposure"
      title={totals === null ? name : t("scenarioTitle", { name, share: f.share(totals.score.value) })}
      lead={`${t("madeBy", { date: f.date(scenario.createdAt.slice(0, 10)), name: scenario.by ?? t("someone") })}. ${rests} ${scenario.withoutSmall ? t("withoutSmall") : ""}`}
      trail={trail}
      asOf={result.asOf}
    >
      {stale ? (
        <Notice tone="warn">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span>{t("staleText")}</span>
            {mayEdit ? (
              <Form hidden={{ intent: "again" }}>
                <SubmitButton variant="quiet">{t("again")}</SubmitButton>
              </Form>
            ) : null}
          </div>
        </Notice>
      ) : null}
      {totals === null ? null : <ScenarioFigures totals={totals} timeline={timeline} currency={currency} />}
      <Panel title={t("assumptions")}>
        <Switches parameters={parameters} roleNames={scenario.roleNames} />
        {timeline.adoption === undefined ? null : (
          <AdoptionTable adoption={timeline.adoption} sources={scenario.sources} />
        )}
      </Panel>
      <Panel title={t("use")}>
        <UseBands timeline={timeline} currency={currency} wide={1060} />
        <BusiestActivities timeline={timeline} />
        <div className="screen-only mt-4">
          <LinkButton to={`${base}/timeline?scenario=${id}`} variant="quiet" document>
            {t("csvTimeline")}
          </LinkButton>
        </div>
      </Panel>
      <Panel title={t("history")}>
        <ScenarioHistory history={scenario.history} />
      </Panel>
      {mayEdit ? <Change scenario={scenario} /> : null}
    </Page>
  );
}

/** Another name, a copy, removal. */
function Change({ scenario: { name, version } }: { scenario: OneScenario }) {
  const failed = useActionData<typeof action>();
  const t = useText(scenariosText);
  const of = (intent: string) => (failed?.typed.intent === intent ? failed : undefined);
  return (
    <Disclosure summary={t("change")} open={failed !== undefined}>
      <div className="space-y-6">
        <Form
          id="rename"
          hidden={{ intent: "rename", version: String(version) }}
          errors={of("rename")?.errors}
          values={of("rename")?.typed}
        >
          <TextInput name="name" label={t("newName")} required defaultValue={name} />
          <SubmitButton variant="quiet">{t("rename")}</SubmitButton>
        </Form>
        <Form
          id="duplicate"
          hidden={{ intent: "duplicate" }}
          errors={of("duplicate")?.errors}
          values={of("duplicate")?.typed}
        >
          <TextInput name="name" label={t("name")} required defaultValue={t("copyName", { name })} />
          <SubmitButton variant="quiet">{t("duplicate")}</SubmitButton>
        </Form>
        <Form id="remove" hidden={{ intent: "remove" }} errors={of("remove")?.errors}>
          <SubmitButton variant="danger">{t("remove")}</SubmitButton>
        </Form>
      </div>
    </Disclosure>
  );
}
