import type { ReactNode } from "react";
import type { ShownValue } from "#app/domain/compliance/reasons.ts";
import { systemPageText } from "#app/strings/en/system-page.ts";
import { Badge } from "../controls/badge.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { valueWords } from "./reason-words.ts";

type AnsweredListProps = {
  answered: readonly {
    readonly fact: string;
    readonly label: string;
    readonly given: ShownValue;
    /** It came from the catalogue and nobody has confirmed it. */
    readonly prefilled: boolean;
  }[];
  mayChange: boolean;
  /** The answer whose form is open, where it stands. */
  changing: { readonly fact: string; readonly form: ReactNode } | null;
};

/** What was answered, each with the way to change it. Only one form is sent at a time: all of them weigh more than the page. */
export function AnsweredList({ answered, mayChange, changing }: AnsweredListProps) {
  const t = useText(systemPageText);
  const f = useFormat();
  if (answered.length === 0) return <p className="text-ink-soft">{t("nothingAnswered")}</p>;
  return (
    <dl className="divide-y divide-line">
      {answered.map(({ fact, label, given, prefilled }) => (
        <div key={fact} id={fact} className="grid grid-cols-1 gap-x-4 py-1.5 sm:grid-cols-[2fr_3fr_auto]">
          <dt className="text-ink-soft">{label}</dt>
          {changing?.fact === fact ? (
            <dd className="py-2 sm:col-span-2">{changing.form}</dd>
          ) : (
            <>
              <dd>
                {valueWords(given, f)} {prefilled ? <Badge tone="warn">{t("prefilledMark")}</Badge> : null}
              </dd>
              <dd>
                {mayChange ? (
                  <a className="link" href={`?change=${fact}#${fact}`}>
                    {t("changeOne")}
                    <span className="sr-only"> {label}</span>
                  </a>
                ) : null}
              </dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}
