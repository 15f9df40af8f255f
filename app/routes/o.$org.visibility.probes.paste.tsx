import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { daysBack } from "#app/services/visibility/gather-answers.server.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { longestAnswer, recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { DateInput, Select, TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";
import { Said } from "#app/ui/visibility/said.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabPaste} – Groundwork` }];

/** What was refused may have been refused because of what somebody else did: the page shows it then. */
export const shouldRevalidate = () => true;

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const probes = await loadProbes(deps, actor);
  if (!probes.ok) throw notFound();
  const { set, lines } = probes.value;
  const today = isoDateOf(deps.now());
  return {
    set,
    prompt: new URL(request.url).searchParams.get("prompt") ?? "",
    today: today as string,
    earliest: addDays(today, -daysBack) as string,
    engines: lines.filter(({ source }) => source === "pasted").map(({ engine }) => engine),
    mayPaste: mayDo(actor.role, "assessment:run"),
  };
});

const PasteForm = z.object({
  set: z.string(probesText.olderSet),
  prompt: z.string(probesText.choosePrompt),
  engine: z.string(probesText.chooseEngine).trim().max(60, probesText.engineLong),
  on: z.iso.date(probesText.chooseDay),
  text: z.string(probesText.pasteMissing),
});

const say = textOf(probesText, "en");

/** What was refused, in words and with the field that mends it. */
const refusals = {
  "not-found": ["prompt", probesText.promptGone],
  "older-set": ["prompt", probesText.olderSet],
  "too-long": ["text", say("tooLong", { most: longestAnswer })],
  "in-the-future": ["on", probesText.inTheFuture],
  "too-old": ["on", say("tooOld", { days: daysBack })],
  "kept-already": ["text", probesText.keptAlready],
  forbidden: ["form", probesText.forbidden],
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const form = await readForm(request, PasteForm);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ errors, values: typed, kept: null }, { status: 422 });
  }
  const { set, prompt, engine, on, text } = form.value;
  const command = { promptSetId: set, promptId: prompt, engine, text, on: on as IsoDate };
  const result = await recordPastedAnswer(deps, actor, command);
  // The engine and the day stay for the next answer.
  if (result.ok) return data({ errors: {}, values: { engine, on }, kept: { id: result.value, prompt } });
  const [field, error] = refusals[result.failure.kind];
  const values = { prompt, engine, on, text };
  return data({ errors: { [field]: [error] }, values, kept: null }, { status: failureStatus(result.failure) });
});

export default function PastePage() {
  const t = useText(probesText);
  const { set, prompt, today, earliest, engines, mayPaste } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const base = useProbesBase();
  return (
    <Page
      area="visibility"
      title={t("pasteTitle")}
      lead={`${t("pasteLead")} ${t("neverMixed")}`}
      trail={[
        { to: base, label: t("area") },
        { to: ".", label: t("tabPaste") },
      ]}
    >
      <ProbeTabs here="paste" />
      {!mayPaste ? (
        <EmptyState>{t("pasteViewer")}</EmptyState>
      ) : set === null ? (
        <EmptyState action={<LinkButton to={`${base}/prompts`}>{t("toPrompts")}</LinkButton>}>
          {t("noSetToPaste")}
        </EmptyState>
      ) : (
        <Panel>
          {result?.kept ? (
            <div className="mb-5">
              <Said by={result}>
                {t("kept")}{" "}
                <a href={`${base}/prompts/${result.kept.prompt}`} className="link">
                  {t("seeUnderPrompt")}
                </a>
              </Said>
            </div>
          ) : null}
          <Form
            // What was kept is taken out of the form; what was refused stays in it.
            key={result?.kept?.id ?? "first"}
            errors={result?.errors}
            values={result?.values ?? { prompt, on: today }}
            hidden={{ set: set.id }}
          >
            <Select
              name="prompt"
              label={t("pastePrompt")}
              required
              options={set.prompts.map(({ id, text }) => ({ value: id, label: text }))}
            />
            <TextInput name="engine" label={t("pasteEngine")} help={t("pasteEngineHelp")} list="engines" required />
            <datalist id="engines">
              {engines.map((engine) => (
                <option key={engine} value={engine} />
              ))}
            </datalist>
            <DateInput name="on" label={t("pasteOn")} min={earliest} max={today} required />
            <TextArea name="text" label={t("pasteText")} help={t("pasteHelp")} rows={10} required />
            <SubmitButton>{t("paste")}</SubmitButton>
          </Form>
        </Panel>
      )}
    </Page>
  );
}
