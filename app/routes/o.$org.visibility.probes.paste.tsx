import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { EmptyState } from "#app/ui/controls/empty-state.tsx";
import { DateInput, Select, TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useText } from "#app/ui/text/use-text.ts";
import { ProbeTabs, useProbesBase } from "#app/ui/visibility/probe-tabs.tsx";

export const meta: MetaFunction = () => [{ title: `${probesText.tabPaste} – Groundwork` }];

export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const probes = await loadProbes(deps, actor);
  if (!probes.ok) throw notFound();
  const { set } = probes.value;
  return { set, today: isoDateOf(deps.now()) as string, mayPaste: mayDo(actor.role, "assessment:run") };
});

const PasteForm = z.object({
  set: z.string(),
  prompt: z.string(),
  engine: z.string().trim().min(1).max(60),
  on: z.iso.date(),
  text: z.string().min(1),
});

const words = {
  "not-found": "promptGone",
  "too-long": "tooLong",
  "in-the-future": "inTheFuture",
  forbidden: "forbidden",
} as const;

export const action = orgAction("assessment:run", async ({ request, deps, actor }) => {
  const form = await readForm(request, PasteForm);
  if (!form.ok) {
    const { errors, typed } = form.failure;
    return data({ errors, values: typed, done: false }, { status: 422 });
  }
  const { set, prompt, engine, on, text } = form.value;
  const command = { promptSetId: set, promptId: prompt, engine, text, on: on as IsoDate };
  const result = await recordPastedAnswer(deps, actor, command);
  // The engine and the day stay for the next answer.
  if (result.ok) return data({ errors: {}, values: { engine, on }, done: true });
  const error = textOf(probesText, "en")(words[result.failure.kind]);
  const values = { prompt, engine, on, text };
  return data({ errors: { form: [error] }, values, done: false }, { status: failureStatus(result.failure) });
});

export default function PastePage() {
  const t = useText(probesText);
  const { set, today, mayPaste } = useLoaderData<typeof loader>();
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
          {result?.done === true ? <Notice tone="good">{t("kept")}</Notice> : null}
          <Form
            key={result?.done === true ? JSON.stringify(result.values) : "first"}
            errors={result?.errors}
            values={result?.values ?? { on: today }}
            hidden={{ set: set.id }}
          >
            <Select
              name="prompt"
              label={t("pastePrompt")}
              required
              options={set.prompts.map((prompt) => ({ value: prompt.id, label: prompt.text }))}
            />
            <TextInput name="engine" label={t("pasteEngine")} help={t("pasteEngineHelp")} required />
            <DateInput name="on" label={t("pasteOn")} max={today} required />
            <TextArea name="text" label={t("pasteText")} help={t("pasteHelp")} rows={10} required />
            <SubmitButton>{t("paste")}</SubmitButton>
          </Form>
        </Panel>
      )}
    </Page>
  );
}
