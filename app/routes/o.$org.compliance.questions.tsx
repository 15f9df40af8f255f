import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keepPostedAnswer } from "#app/http/answer-form.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { loadQuestionnaire, type QuestionnaireView } from "#app/services/compliance/load-questionnaire.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { questionsText } from "#app/strings/en/questions.ts";
import { AnswerForm } from "#app/ui/compliance/answer-form.tsx";
import { ComplianceTabs } from "#app/ui/compliance/compliance-tabs.tsx";
import { LinkButton } from "#app/ui/controls/button.tsx";
import { Disclosure } from "#app/ui/controls/disclosure.tsx";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { NotLegalAdvice, SavedAt } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { useFormat } from "#app/ui/text/use-format.ts";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const skip = (searchParams.get("skip") ?? "").split(",").filter(Boolean).slice(0, 100);
  const view = await loadQuestionnaire(deps, actor, { skip });
  if (!view.ok) throw notFound();
  const savedAt = Number(searchParams.get("saved"));
  const all = searchParams.has("all");
  const { questions } = view.value;
  return {
    ...view.value,
    base: `/o/${params.org}`,
    savedAt: Number.isSafeInteger(savedAt) && savedAt > 0 ? savedAt : null,
    count: questions.length,
    questions: all ? questions : questions.slice(0, atOnce),
  };
});

/** How many questions stand on the page before "all" is asked for. */
const atOnce = 5;

const none = z.object({ version: z.coerce.number().int().min(0) });

export const action = orgAction("facts:edit", async ({ request, deps, actor }) => {
  const form = await request.clone().formData();
  if (form.get("intent") !== "no-systems") return keepPostedAnswer(request, deps, actor);
  const { version } = none.parse({ version: form.get("version") });
  await saveFacts(deps, actor, [{ fact: "systems", value: [], version }]);
  return redirect(new URL(request.url).pathname.replace(/\.data$/, ""));
});

type Question = QuestionnaireView["questions"][number];

export default function QuestionsPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText(complianceText);
  const own = useText(questionsText);
  const f = useFormat();
  const { base, inventory } = view;
  const first = inventory.answered ? (view.questions[0]?.decides ?? 0) : inventory.decides;
  const count = view.count + (inventory.answered ? 0 : 1);
  const title =
    count === 0
      ? own("questionsNone")
      : own("questionsTitle", { count, first: t("duties", { count: Math.max(1, Math.round(first)) }) });
  return (
    <Page area="compliance" title={title} lead={own("questionsLead", { count: view.open })}>
      <ComplianceTabs base={base} here="questions" />
      {view.savedAt === null ? null : <SavedAt at={view.savedAt} />}
      {inventory.answered ? null : (
        <Panel title={own("inventoryQuestion")}>
          <p className="text-ink-soft">
            {t("whyAsked", { why: t("inventoryWhy") })} <Settles decides={inventory.decides} decidesDates={0} />
          </p>
          {view.mayEdit ? (
            <div className="mt-3 flex flex-wrap gap-3">
              <LinkButton to={`${base}/systems/new`}>{own("inventoryAdd")}</LinkButton>
              <Form id="no-systems" hidden={{ version: String(inventory.version) }}>
                <FormActions>
                  <SubmitButton variant="quiet" name="intent" value="no-systems">
                    {own("inventoryNone")}
                  </SubmitButton>
                </FormActions>
              </Form>
            </div>
          ) : null}
        </Panel>
      )}
      {view.questions.map((question) => (
        <QuestionPanel key={question.fact} question={question} skipped={view.skipped} mayEdit={view.mayEdit} />
      ))}
      {view.count <= view.questions.length ? null : (
        <p>
          <Link to="?all=1" className="link">
            {own("moreQuestions", { count: view.count - view.questions.length })}
          </Link>
        </p>
      )}
      {view.answered.length === 0 ? null : (
        <Panel title={own("answeredTitle")}>
          {view.answered.map((question) => (
            <Disclosure
              key={question.fact}
              summary={`${question.label} · ${own("answeredOn", { date: f.date(question.answeredAt.slice(0, 10)) })}`}
            >
              <Slots question={question} mayEdit={view.mayEdit} />
            </Disclosure>
          ))}
        </Panel>
      )}
      <NotLegalAdvice />
    </Page>
  );
}

function Settles({ decides, decidesDates }: { decides: number; decidesDates: number }) {
  const t = useText(questionsText);
  const count = Math.round(decides);
  if (count > 0) return <>{t("settles", { count })}</>;
  return <>{decidesDates > 0 ? t("settlesDates", { count: decidesDates }) : t("settlesLittle")}</>;
}

function QuestionPanel({
  question,
  skipped,
  mayEdit,
}: {
  question: Question;
  skipped: readonly string[];
  mayEdit: boolean;
}) {
  const t = useText(complianceText);
  const own = useText(questionsText);
  const later = [...skipped.filter((fact) => fact !== question.fact), question.fact].join(",");
  return (
    <Panel>
      <p className="mb-2 text-caption text-ink-soft">
        {t("whyAsked", { why: question.why })} · <Settles {...question} /> ·{" "}
        <Link to={`?skip=${later}`} className="link" preventScrollReset>
          {own("skip")}
        </Link>
      </p>
      <Slots question={question} mayEdit={mayEdit} />
    </Panel>
  );
}

function Slots({ question, mayEdit }: { question: Omit<Question, "decides" | "decidesDates">; mayEdit: boolean }) {
  const t = useText(complianceText);
  const result = useActionData<typeof action>();
  if (!mayEdit) return <p>{question.question}</p>;
  const several = question.slots.length > 1;
  return (
    <>
      {several ? <p className="mb-4 max-w-3xl font-semibold">{question.question}</p> : null}
      <div className={several ? "grid grid-cols-1 gap-6 sm:grid-cols-2 lg:grid-cols-3" : ""}>
        {question.slots.map((slot) => {
          const own = result?.fact === question.fact && result.subject === slot.subject ? result : null;
          const wrong = own === null ? null : own.conflict ? t("conflict") : t("invalidAnswer", { why: own.why ?? "" });
          return (
            <AnswerForm
              key={slot.subject}
              question={question}
              slot={slot}
              label={<Asked name={slot.name} question={question.question} shown={!several} />}
              errors={wrong === null ? null : { value: [wrong] }}
            />
          );
        })}
      </div>
    </>
  );
}

/** The question with the system it is about; the question itself is only heard where it stands above several systems. */
function Asked({ name, question, shown }: { name: string | null; question: string; shown: boolean }) {
  if (name === null) return <>{question}</>;
  return (
    <>
      {name}
      <span className={shown ? "" : "sr-only"}>: {question}</span>
    </>
  );
}
