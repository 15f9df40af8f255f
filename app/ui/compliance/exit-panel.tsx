import type { ReactNode } from "react";
import type { ExitTestView, ExitView } from "#app/domain/compliance/class-views.ts";
import type { QuestionView } from "#app/domain/compliance/question-view.ts";
import { systemPageText } from "#app/strings/en/system-page.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Notice } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { CheckedWords } from "./check-badge.tsx";

type ExitPanelProps = {
  exit: ExitView;
  /** A form for one question; each test is answered where it stands. */
  form: (question: QuestionView) => ReactNode;
  mayEdit: boolean;
};

/** Why a listed use is high-risk or is not: its points of Annex III, the four tests, influence, profiling, and what follows. */
export function ExitPanel({ exit, form, mayEdit }: ExitPanelProps) {
  const t = useText(systemPageText);
  const f = useFormat();
  return (
    <Panel title={t("exit")}>
      <Notice tone={exit.answer === "yes" ? "good" : "warn"}>{useOutcome(exit)}</Notice>
      <p className="mt-3">{t("exitPoints")}</p>
      <ul className="list-disc pl-5">
        {exit.points.map(({ point, area, outside }) => (
          <li key={point}>
            {t("exitPoint", { point, area })}
            {outside.length === 0 ? null : (
              <span className="block text-caption text-ink-soft">
                {t("exitOutside", { outside: outside.join("; ") })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-3xl text-ink-soft">{t("exitRule")}</p>
      <div className="mt-3 grid grid-cols-1 gap-6 lg:grid-cols-2">
        <section>
          <h3 className="font-semibold">{t("exitTests")}</h3>
          <ol className="mt-1 divide-y divide-line">
            {exit.tests.map((test) => (
              <Test key={test.citation} test={test} form={form} mayEdit={mayEdit} kind="test" />
            ))}
          </ol>
        </section>
        <section>
          <h3 className="font-semibold">{t("exitConditions")}</h3>
          <ul className="mt-1 divide-y divide-line">
            <Test test={exit.influence} form={form} mayEdit={mayEdit} kind="test" />
            <Test test={exit.profiling} form={form} mayEdit={mayEdit} kind="stop" />
          </ul>
          <p className="mt-3 text-caption text-ink-soft">
            {t("record", { words: exit.record.words, citation: exit.record.citation })}
          </p>
          <p className="mt-1 text-caption text-ink-soft">
            {t("howChecked")}: <CheckedWords how={exit.checked.how} />. {exit.checked.note}{" "}
            {t("reviewBy", { date: f.date(exit.reviewBy) })}
          </p>
        </section>
      </div>
    </Panel>
  );
}

function useOutcome({ answer, tests, influence, profiling }: ExitView): string {
  const t = useText(systemPageText);
  if (answer === "yes") {
    const met = tests
      .filter((test) => test.answer === "yes")
      .map(({ title, citation }) => t("exitTest", { title, citation }));
    return t("leaves", { tests: met.join("; ") });
  }
  if (answer === "unknown") return t("exitOpen");
  if (profiling.answer === "yes") return t("staysProfiling");
  return t(influence.answer === "no" ? "staysInfluence" : "staysTests");
}

type TestProps = { test: ExitTestView; form: ExitPanelProps["form"]; mayEdit: boolean; kind: "test" | "stop" };

function Test({ test, form, mayEdit, kind }: TestProps) {
  const t = useText(systemPageText);
  const { answer, title, citation, questions } = test;
  const words = { test: { yes: "met", no: "notMet" }, stop: { yes: "stops", no: "doesNotStop" } } as const;
  const good = kind === "test" ? "yes" : "no";
  const tone: Tone = answer === "unknown" ? "warn" : answer === good ? "good" : kind === "stop" ? "bad" : "quiet";
  return (
    <li className="py-2">
      <p>
        <Badge tone={tone}>{answer === "unknown" ? t("notAnswered") : t(words[kind][answer])}</Badge>{" "}
        {t("exitTest", { title, citation })}
      </p>
      {questions.map((question) => {
        const [slot] = question.slots;
        if (!mayEdit)
          return (
            <p key={question.fact} className="text-ink-soft">
              {question.question}
            </p>
          );
        if ((slot?.value ?? null) === null)
          return (
            <div key={question.fact} className="mt-2">
              {form(question)}
            </div>
          );
        return (
          <Disclosure key={question.fact} summary={t("change")}>
            {form(question)}
          </Disclosure>
        );
      })}
    </li>
  );
}
