import {
  type Accuracy,
  accuracies,
  type Judgement,
  type Sentiment,
  sentiments,
} from "#app/domain/visibility/review-quotes.ts";
import { probeReviewText as own } from "#app/strings/en/probe-review.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { Radios, TextInput } from "../controls/fields.tsx";
import { Form, type FormValues, SubmitButton } from "../controls/form.tsx";
import { useFocus } from "../controls/use-focus.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

export type QuoteView = {
  readonly text: string;
  readonly answers: number;
  readonly prompts: readonly string[];
  readonly promptCount: number;
  readonly engines: readonly string[];
  readonly lastOn: string;
  readonly sources: readonly string[];
  readonly judgement:
    | (Pick<Judgement, "correction" | "settledOn"> & { sentiment: Sentiment; accuracy: Accuracy })
    | null;
};

type Props = {
  quote: QuoteView;
  at: number;
  mayJudge: boolean;
  /** What was chosen and what is missing, where a judgement of this sentence was refused. */
  refused: { readonly errors: FieldErrors; readonly values: FormValues | null } | null;
  /** The judgement after which it takes the focus, so that a keyboard goes on from here. */
  focusedBy: unknown;
};

/** One sentence with where it was said and, for who may judge, the two questions. */
export function QuoteForm({ quote, at, mayJudge, refused, focusedBy }: Props) {
  const t = useText(own);
  const f = useFormat();
  const sentence = useFocus<HTMLQuoteElement>(focusedBy);
  return (
    <>
      <blockquote
        ref={sentence}
        tabIndex={-1}
        dir="auto"
        className="max-w-3xl border-s-2 border-accent ps-3 text-heading [overflow-wrap:anywhere]"
      >
        {quote.text}
      </blockquote>
      <p className="mt-1 mb-2 text-caption text-ink-soft">
        {t("said", { count: quote.answers })} {t("toPrompts", { count: quote.promptCount })}{" "}
        {t("by", { engines: quote.engines.join(", "), date: f.date(quote.lastOn) })}: {quote.prompts.join(" · ")}
      </p>
      {mayJudge ? (
        <Form
          id={`judge-${at}`}
          wide
          errors={refused?.errors}
          values={refused?.values}
          hidden={{ intent: "judge", quote: quote.text, at: String(at) }}
        >
          <div className="grid gap-4 lg:grid-cols-2">
            <Radios
              name="sentiment"
              label={t("sentiment")}
              required
              options={sentiments.map((kind) => ({ value: kind, label: t(kind) }))}
            />
            <Radios
              name="accuracy"
              label={t("accuracy")}
              required
              options={accuracies.map((kind) => ({
                value: kind,
                label: kind === "cannot-tell" ? t("cannotTell") : t(kind),
              }))}
            />
          </div>
          <TextInput name="correction" label={t("correction")} help={t("correctionHelp")} maxLength={500} />
          <SubmitButton variant={at === 0 ? "primary" : "quiet"}>{t("judge")}</SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
