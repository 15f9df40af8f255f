import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useFetcher, useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import type { Answer, EvidenceGrade } from "#app/domain/readiness/answers.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { failureStatus } from "#app/http/failure-status.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { loadAnswers } from "#app/services/readiness/load-answers.server.ts";
import { runReadinessAssessment } from "#app/services/readiness/run-readiness-assessment.server.ts";
import { type AnswerGiven, type SavedAnswers, saveAnswers } from "#app/services/readiness/save-answers.server.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { Form, FormActions, SubmitButton } from "#app/ui/controls/form.tsx";
import { Notice, SavedAt } from "#app/ui/controls/notice.tsx";
import { Page, Panel } from "#app/ui/layout/page.tsx";
import { QuestionField } from "#app/ui/readiness/question-field.tsx";
import { useText } from "#app/ui/text/use-text.ts";

export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const view = await loadAnswers(deps, actor, new URL(request.url).searchParams.get("pillar"));
  if (!view.ok) throw notFound();
  return view.value;
});

const level = z.union([z.enum(["unknown", "na"]), z.enum(["1", "2", "3", "4", "5"]).transform(Number)]);
const grade = z.coerce.number().int().min(0).max(4);
const version = z.coerce.number().int().min(0);

/** Fields are named `level:data.quality`; a question without a level is not answered and left out. */
const AnswersForm = z
  .looseObject({ intent: z.enum(["autosave", "next", "finish"]).catch("next") })
  .transform(({ intent, ...fields }, context) => {
    const answers = Object.keys(fields).flatMap((name): AnswerGiven[] => {
      if (!name.startsWith("level:")) return [];
      const question = name.slice("level:".length);
      const read = z.object({ level, evidence: grade, version, note: z.string().max(500).nullable() }).safeParse({
        level: fields[name],
        evidence: fields[`evidence:${question}`] ?? 0,
        version: fields[`version:${question}`] ?? 0,
        note: fields[`note:${question}`] ?? null,
      });
      if (!read.success) {
        const issue = read.error.issues[0];
        context.addIssue({
          code: "custom",
          path: [`${String(issue?.path[0])}:${question}`],
          message: issue?.message ?? "",
        });
        return [];
      }
      const given = read.data;
      return [
        {
          question,
          level: given.level as Answer["level"],
          evidence: given.evidence as EvidenceGrade,
          note: given.note,
          version: given.version,
        },
      ];
    });
    return { intent, answers };
  });

type Answered = {
  readonly saved: SavedAnswers | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
};

export const action = orgAction("assessment:run", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, AnswersForm);
  if (!form.ok) {
    return data<Answered>({ saved: null, errors: form.failure.errors, values: form.failure.typed }, { status: 422 });
  }
  const { intent, answers } = form.value;
  const saved = await saveAnswers(deps, actor, answers);
  if (!saved.ok) {
    const errors = { form: [saved.failure.kind] };
    return data<Answered>({ saved: null, errors, values: {} }, { status: failureStatus(saved.failure) });
  }
  const answered: Answered = { saved: saved.value, errors: {}, values: {} };
  if (saved.value.conflicts.length > 0) return data(answered, { status: 409 });
  if (intent === "autosave") return data(answered);
  const here = `/o/${params.org}/readiness`;
  if (intent === "finish") {
    await runReadinessAssessment(deps, actor, {});
    return redirect(here);
  }
  const order = deps.knowledge.readiness.pillars.map(({ id }) => id);
  const at = order.indexOf((new URL(request.url).searchParams.get("pillar") ?? order[0]) as (typeof order)[number]);
  const next = order[at + 1];
  return redirect(next === undefined ? `${here}/answers` : `${here}/answers?pillar=${next}`);
});

export default function Answers() {
  const view = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const t = useText(readinessText);
  const autosave = useAutosave();
  const answer = autosave.answer ?? posted;
  const { pillar } = view;
  const own = view.progress.find((each) => each.pillar === pillar.id);
  const last = view.progress.at(-1)?.pillar === pillar.id;
  const savedAt = answer?.saved?.at ?? view.savedAt;
  return (
    <Page
      area="readiness"
      title={t("answersTitle", { pillar: pillar.title, answered: own?.answered ?? 0, questions: own?.questions ?? 0 })}
      lead={t("answersLead")}
      trail={[{ to: ".", label: t("answers") }]}
    >
      <div className="grid gap-6 lg:grid-cols-[240px_1fr]">
        <nav aria-label={t("pillarNav")}>
          <ol className="space-y-1 max-lg:columns-2">
            {view.progress.map(({ pillar: id, title, answered, questions }) => (
              <li key={id} className="break-inside-avoid">
                <Link
                  to={`?pillar=${id}`}
                  aria-current={id === pillar.id ? "page" : undefined}
                  className={`flex justify-between gap-2 py-1 ${id === pillar.id ? "font-semibold" : "link"}`}
                >
                  <span>{title}</span>
                  <span className="text-caption whitespace-nowrap text-ink-soft">
                    {answered}/{questions}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        <div ref={autosave.around} key={pillar.id}>
          <Form action={`?pillar=${pillar.id}`} errors={answer?.errors} values={posted?.values}>
            {view.questions.map(({ question, answer: given, feed }) =>
              feed === null ? (
                <div key={question.id} className="space-y-3 border-t border-line pt-5 first:border-0 first:pt-0">
                  <Conflict saved={answer?.saved ?? null} question={question.id} anchors={question.anchors} />
                  <QuestionField question={question} given={given} />
                </div>
              ) : (
                <Panel key={question.id} title={question.text}>
                  <p>
                    {t("fromAssessment", { source: t(sources[feed.source]) })}: {feed.finding}. {t("notAsked")}
                  </p>
                </Panel>
              ),
            )}
            <FormActions>
              <SubmitButton name="intent" value={last ? "finish" : "next"}>
                {t(last ? "finish" : "save")}
              </SubmitButton>
              {last ? null : (
                <SubmitButton name="intent" value="finish" variant="quiet">
                  {t("finish")}
                </SubmitButton>
              )}
              {savedAt === null ? null : <SavedAt at={savedAt} />}
            </FormActions>
          </Form>
        </div>
      </div>
    </Page>
  );
}

const sources = {
  exposure: "sourceExposure",
  compliance: "sourceCompliance",
  visibility: "sourceVisibility",
} as const;

/** Somebody else's answer that stands now, beside the one that was refused. */
function Conflict(props: { saved: SavedAnswers | null; question: string; anchors: readonly string[] }) {
  const t = useText(readinessText);
  const found = props.saved?.conflicts.find(({ given }) => given.question === props.question);
  if (found === undefined) return null;
  const theirs = found.theirs?.level;
  const words =
    theirs === undefined
      ? null
      : theirs === "unknown"
        ? t("dontKnow")
        : theirs === "na"
          ? t("notApplicable")
          : props.anchors[theirs - 1];
  return (
    <Notice tone="warn" title={t("conflictTitle")}>
      {words ? t("conflictText", { theirs: words }) : t("conflictGone")}
    </Notice>
  );
}

/** Saves shortly after a change, one request at a time, so that each names the version that the last one left. */
function useAutosave() {
  const fetcher = useFetcher<typeof action>();
  const [changes, setChanges] = useState(0);
  const sent = useRef(0);
  const around = useRef<HTMLDivElement>(null);
  const idle = fetcher.state === "idle";
  useEffect(() => {
    const form = around.current?.querySelector("form");
    const note = () => setChanges((count) => count + 1);
    form?.addEventListener("change", note);
    return () => form?.removeEventListener("change", note);
  });
  useEffect(() => {
    if (!idle || changes === sent.current) return;
    const wait = setTimeout(() => {
      const form = around.current?.querySelector("form");
      if (!form) return;
      sent.current = changes;
      const fields = new FormData(form);
      fields.set("intent", "autosave");
      fetcher.submit(fields, { method: "post", action: form.getAttribute("action") ?? "" });
    }, 300);
    return () => clearTimeout(wait);
  }, [changes, idle, fetcher]);
  return { around, answer: fetcher.data };
}
