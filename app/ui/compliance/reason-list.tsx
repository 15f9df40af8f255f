import type { Reason } from "#app/domain/compliance/reasons.ts";
import { reasonsText } from "#app/strings/en/reasons.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { askedWords, givenWords, labelWords } from "./reason-words.ts";

/** Facts that decided: the answer given, and what the rule asks for. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const f = useFormat();
  return (
    <ul className="space-y-1">
      {reasons.map((reason) => (
        <li key={`${reason.label} ${reason.place ?? ""} ${askedWords(reason, f, "asks")} ${reason.systems.join()}`}>
          <span className="font-semibold">{labelWords(reason, f)}</span>: {givenWords(reason, f)}
          <span className="text-ink-soft">
            {reason.asked === null ? null : <> ({askedWords(reason, f, "asks")})</>}
            {reason.systems.length === 0 ? null : <> · {reason.systems.join(", ")}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Answers that would bring about another outcome; several must hold together. */
export function ChangeList({ changes, lead }: { changes: readonly Reason[]; lead: string }) {
  const t = useText(reasonsText);
  const f = useFormat();
  if (changes.length === 0) return null;
  const words = (change: Reason) =>
    [askedWords(change, f, "to"), change.systems.length === 0 ? "" : `(${change.systems.join(", ")})`].join(" ").trim();
  const [first] = changes;
  if (changes.length === 1 && first !== undefined) {
    return (
      <p>
        {lead} {words(first)}.
      </p>
    );
  }
  return (
    <div>
      <p>
        {lead} {t("together")}
      </p>
      <ul className="list-disc pl-5">
        {changes.map((change) => (
          <li key={words(change)}>{words(change)}</li>
        ))}
      </ul>
    </div>
  );
}
