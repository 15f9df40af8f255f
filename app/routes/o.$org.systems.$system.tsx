import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { QuestionView } from "#app/domain/compliance/question-view.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { keepPostedAnswer } from "#app/http/answer-form.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { changeSystem, confirmPrefilled } from "#app/services/systems/change-system.server.ts";
import { loadSystem } from "#app/services/systems/load-system.server.ts";
import { removeSystem, restoreSystem } from "#app/services/systems/remove-system.server.ts";
import { keptAboutSystem } from "#app/services/work-products/load-work-products.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { systemPageText } from "#app/strings/en/system-page.ts";
import { systemsText } from "#app/strings/en/systems.ts";
import { formatsFor } from "#app/strings/format.ts";
import { AnswerForm } from "#app/ui/compliance/answer-form.tsx";
import { AnsweredList } from "#app/ui/compliance/answered-list.tsx";
import { ClassPanel } from "#app/ui/compliance/class-panel.tsx";
import { DutyList } from "#app/ui/compliance/duty-list.tsx";
import { ExitPanel } from "#app/ui/compliance/exit-panel.tsx";
import { listedDuty } from "#app/ui/compliance/listed-duty.ts";
import { SystemControls, SystemRecord } from "#app/ui/compliance/system-record.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { TextArea, TextInput } from "#app/ui/controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, NotLegalAdvice, SavedAt, UndoBanner } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";
import { SystemDocuments } from "#app/ui/work-products/system-documents.tsx";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const asked = new URL(request.url).searchParams;
  const view = await loadSystem(deps, actor, (params.system ?? "") as SystemId, asked.get("rule"));
  if (!view.ok) throw notFound();
  const saved = asked.has("saved");
  const { duties, again, ...rest } = view.value;
  const changing = again.find(({ fact }) => fact === asked.get("change")) ?? null;
  const kept = await keptAboutSystem(deps, actor, rest.id);
  const f = formatsFor(defaultReader.locale, defaultReader.timeZone);
  const binding = duties.filter(({ group }) => group !== "open" && group !== "optional");
  const unsure = duties.filter((duty) => !binding.includes(duty));
  const listed = (some: typeof duties) => some.map((duty) => listedDuty(duty, f));
  // Questions that decide nothing so far are many and seldom looked at: they are sent when asked for.
  const others = asked.has("all") ? rest.others : [];
  return {
    ...rest,
    others,
    changing,
    binding: listed(binding),
    unsure: listed(unsure),
    saved,
    kept,
    base: `/o/${params.org}`,
  };
});

const Words = z.object({
  version: z.coerce.number().int().min(0),
  name: z.string().trim().min(2, "Give it a name of 2 to 120 characters.").max(120),
  vendor: z.string().trim().max(120).optional(),
  purpose: z.string().trim().max(2000).optional(),
});

export const action = orgAction("facts:edit", async ({ request, deps, actor, params }) => {
  const id = (params.system ?? "") as SystemId;
  const intent = (await request.clone().formData()).get("intent");
  if (intent === "remove" || intent === "restore") {
    const done = await (intent === "remove" ? removeSystem : restoreSystem)(deps, actor, id);
    if (!done.ok) throw notFound();
    return redirect(`/o/${params.org}/systems/${id}`);
  }
  if (intent === "confirm") {
    const done = await confirmPrefilled(deps, actor, id);
    if (!done.ok) throw notFound();
    return redirect(`/o/${params.org}/systems/${id}`);
  }
  if (intent !== "describe") return keepPostedAnswer(request, deps, actor);
  const form = await readForm(request, Words);
  if (!form.ok)
    return data({ ...form.failure, fact: null, subject: null, conflict: false, why: null }, { status: 422 });
  const { version, name, vendor = null, purpose = null } = form.value;
  const changed = await changeSystem(deps, actor, { id, version, name, vendor, purpose });
  if (changed.ok) return redirect(`/o/${params.org}/systems/${id}?saved=1`);
  if (changed.failure.kind === "not-found") throw notFound();
  const conflict = changed.failure.kind === "conflict";
  const errors = changed.failure.kind === "invalid" ? changed.failure.errors : {};
  const typed = { name, vendor: vendor ?? "", purpose: purpose ?? "" };
  const answer = { errors, typed, fact: null, subject: null, conflict, why: null };
  return data(answer, { status: failureStatus(changed.failure) });
});

export default function SystemPage() {
  const view = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const t = useText(complianceText);
  const own = useText(systemsText);
  const { name, base, mayEdit } = view;
  const page = useText(systemPageText);
  const title = useTitle(view);
  const href = (id: string) => `${base}/compliance/${id}`;
  const { binding, unsure } = view;
  const words = result !== undefined && "errors" in result ? result : null;
  const form = useAnswerForm();
  const counts = {
    inForce: t("inForceCount", { count: view.inForce }),
    upcoming: view.upcoming,
    open: view.mayApply,
  };
  return (
    <Page
      area="compliance"
      title={title}
      lead={[view.purpose ?? "", page("lead", counts)].filter(Boolean).join(" · ")}
      trail={[{ to: `${base}/systems`, label: t("tabSystems") }]}
    >
      {view.removed ? (
        <UndoBanner action={`${base}/systems/${view.id}`} fields={{ intent: "restore" }}>
          {own("removedUndo", { name })}
        </UndoBanner>
      ) : null}
      <FromCatalogue />
      {view.saved ? <SavedAt at={Date.parse(view.savedAt)} /> : null}
      <ClassPanel laws={view.laws} asOf={view.asOf} />
      {view.exit === null ? null : <ExitPanel exit={view.exit} form={form} mayEdit={mayEdit && !view.removed} />}
      <Panel title={own("systemDuties")}>
        {binding.length + unsure.length === 0 ? (
          <p className="text-ink-soft">{own("noDutiesYet")}</p>
        ) : (
          <>
            <DutyList duties={binding} asOf={view.asOf} href={href} />
            {unsure.length === 0 ? null : (
              <Disclosure summary={own("systemUnsure", { count: unsure.length })}>
                <DutyList duties={unsure} asOf={view.asOf} href={href} />
              </Disclosure>
            )}
          </>
        )}
      </Panel>
      <SystemControls controls={view.controls} base={base} />
      {view.open.length === 0 ? null : (
        <Panel title={own("systemQuestions")}>
          <Questions questions={view.open} mayEdit={mayEdit} />
        </Panel>
      )}
      <Panel title={own("systemAnswered")}>
        <AnsweredList
          answered={view.answered}
          mayChange={mayEdit && !view.removed}
          changing={view.changing === null ? null : { fact: view.changing.fact, form: form(view.changing) }}
        />
        {view.others.length === 0 ? (
          <p className="mt-2">
            <a className="link" href="?all=1#others">
              {own("systemOthers")}
            </a>
          </p>
        ) : (
          <div id="others" className="mt-3">
            <h3 className="font-semibold">{own("systemOthers")}</h3>
            <Questions questions={view.others} mayEdit={mayEdit} folded />
          </div>
        )}
      </Panel>
      {view.removed ? null : <SystemDocuments base={base} system={view.id} kept={view.kept} />}
      <SystemRecord {...view} system={view.id} />
      {mayEdit && !view.removed ? (
        <Panel title={own("describe")}>
          {result?.conflict && result.fact === null ? <Notice tone="warn">{t("conflict")}</Notice> : null}
          <Form
            id="describe"
            hidden={{ version: String(view.version) }}
            errors={words?.errors}
            values={words?.typed ?? { name, vendor: view.vendor, purpose: view.purpose }}
          >
            <TextInput name="name" label={own("name")} required />
            <TextInput name="vendor" label={own("vendor")} />
            <TextArea name="purpose" label={own("purpose")} rows={2} />
            <FormActions>
              <SubmitButton name="intent" value="describe">
                {own("saveChanges")}
              </SubmitButton>
              <SubmitButton variant="danger" name="intent" value="remove">
                {own("remove")}
              </SubmitButton>
            </FormActions>
          </Form>
        </Panel>
      ) : null}
      <NotLegalAdvice />
    </Page>
  );
}

function useTitle({ name, removed, laws }: ReturnType<typeof useLoaderData<typeof loader>>): string {
  const own = useText(systemsText);
  const page = useText(systemPageText);
  if (removed) return own("systemRemoved", { name });
  const classes = laws.flatMap((law) => law.classes.map((one) => ({ ...one, law: law.title })));
  const heaviest = (["prohibited", "high", "model", "transparency"] as const)
    .map((weight) => classes.find((one) => one.weight === weight && one.answer === "yes"))
    .find((one) => one !== undefined);
  if (heaviest !== undefined) {
    const title = heaviest.title.replace(/^[A-Z](?=[a-z-])/, (first) => first.toLowerCase());
    return page("titleHeld", { name, class: `${title} (${heaviest.citation.split(",")[0]})` });
  }
  return page(laws.some(({ standing }) => standing === "open") ? "titleOpen" : "titleNone", { name });
}

/** What came from the catalogue: what to look at first, and the answers that nobody has confirmed. */
function FromCatalogue() {
  const { catalogue, mayEdit, removed } = useLoaderData<typeof loader>();
  const own = useText(systemsText);
  const page = useText(systemPageText);
  const f = useFormat();
  if (catalogue === null) return null;
  const { name, check, asOf, open } = catalogue;
  return (
    <Notice tone={open > 0 ? "warn" : "quiet"}>
      <p>{own("systemCheck", { check })}</p>
      {open === 0 ? null : (
        <>
          <p>
            {page("prefilled", { count: open, name, date: f.date(asOf) })} {page("confirmLead")}
          </p>
          {mayEdit && !removed ? (
            <Form id="confirm">
              <SubmitButton variant="quiet" name="intent" value="confirm">
                {page("confirm")}
              </SubmitButton>
            </Form>
          ) : null}
        </>
      )}
    </Notice>
  );
}

/** The form of one question, with what was wrong with the answer just sent to it. */
function useAnswerForm() {
  const t = useText(complianceText);
  const result = useActionData<typeof action>();
  return (question: QuestionView) => {
    const [slot] = question.slots;
    if (slot === undefined) return null;
    const own = result?.fact === question.fact ? result : null;
    const wrong = own === null ? null : own.conflict ? t("conflict") : t("invalidAnswer", { why: own.why ?? "" });
    return (
      <AnswerForm
        question={question}
        slot={slot}
        label={question.question}
        help={t("whyAsked", { why: question.why })}
        errors={wrong === null ? null : { value: [wrong] }}
      />
    );
  };
}

type QuestionsProps = {
  questions: readonly QuestionView[];
  mayEdit: boolean;
  folded?: boolean;
};

function Questions({ questions, mayEdit, folded = false }: QuestionsProps) {
  const result = useActionData<typeof action>();
  const answer = useAnswerForm();
  const form = (question: QuestionView) => (mayEdit ? answer(question) : <p>{question.question}</p>);
  return (
    <div className={folded ? "" : "grid grid-cols-1 gap-6 lg:grid-cols-2"}>
      {questions.map((question) =>
        folded ? (
          <Disclosure key={question.fact} summary={question.label} open={result?.fact === question.fact}>
            {form(question)}
          </Disclosure>
        ) : (
          <div key={question.fact}>{form(question)}</div>
        ),
      )}
    </div>
  );
}
