import type { ReasonTree as Tree } from "#app/domain/compliance/reasons.ts";
import { reasonsText } from "#app/strings/en/reasons.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { askedWords, labelWords, valueWords } from "./reason-words.ts";

const tones: Readonly<Record<Tree["answer"], Tone>> = { yes: "accent", no: "quiet", unknown: "warn" };

/** A rule part by part, each with its answer. Parts that are met by one of several are folded with the others visible. */
export function ReasonTree({ tree }: { tree: Tree }) {
  const t = useText(reasonsText);
  const f = useFormat();
  const badge = <Badge tone={tones[tree.answer]}>{t(`answer_${tree.answer}`)}</Badge>;
  if (tree.reason !== undefined) {
    const { reason } = tree;
    return (
      <p>
        {badge} {labelWords(reason, f)}: {reason.given === null ? t("notAnswered") : valueWords(reason.given, f)}{" "}
        <span className="text-ink-soft">({askedWords(reason, f, "asks")})</span>
      </p>
    );
  }
  const heading = tree.kind === "test" ? "" : tree.kind === "named" ? (tree.meaning ?? "") : t(`rule_${tree.kind}`);
  return (
    <div>
      <p>
        {badge} {heading}
      </p>
      {tree.parts.length === 0 ? null : (
        <ul className="mt-1 space-y-1 border-l border-line pl-3">
          {tree.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move
            <li key={at}>
              <ReasonTree tree={part} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
