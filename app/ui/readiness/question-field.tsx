import type { Answer } from "#app/domain/readiness/answers.ts";
import type { Question } from "#app/domain/readiness/pack.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { Radios, Select, TextInput } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";

type Given = Pick<Answer, "level" | "evidence"> & { readonly note: string | null; readonly version: number };

type BehavioursProps = { question: Question; name: string; level: Answer["level"] | null; required?: boolean };

/** Five behaviours, "don't know", and "does not apply" where that can be. */
export function Behaviours({ question, name, level, required = false }: BehavioursProps) {
  const t = useText(readinessText);
  const options = [
    ...question.anchors.map((anchor, at) => ({ value: String(at + 1), label: anchor })),
    { value: "unknown", label: t("dontKnow") },
    ...(question.mayNotApply ? [{ value: "na", label: t("notApplicable") }] : []),
  ];
  return (
    <Radios
      name={name}
      label={question.text}
      options={options}
      required={required}
      defaultValue={level === null ? "" : String(level)}
    />
  );
}

/** A question of the whole questionnaire: behaviours, what stands behind the answer, a note, and the version it was seen at. */
export function QuestionField({ question, given }: { question: Question; given: Given | null }) {
  const t = useText(readinessText);
  return (
    <div className="space-y-3">
      <input type="hidden" name={`version:${question.id}`} value={given?.version ?? 0} />
      <Behaviours question={question} name={`level:${question.id}`} level={given?.level ?? null} required />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name={`evidence:${question.id}`}
          label={t("evidenceLabel")}
          options={([1, 2, 3, 4] as const).map((grade) => ({ value: String(grade), label: t(`evidence${grade}`) }))}
          placeholder={t("evidence0")}
          defaultValue={given === null || given.evidence === 0 ? "" : String(given.evidence)}
        />
        <TextInput
          name={`note:${question.id}`}
          label={t("noteLabel")}
          help={t("noteHelp", { evidence: question.evidence })}
          maxLength={500}
          defaultValue={given?.note ?? ""}
        />
      </div>
    </div>
  );
}
