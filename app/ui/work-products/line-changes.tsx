import type { LineChange } from "#app/domain/work-products/edits.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { useText } from "../text/use-text.ts";

/** Lines that went and came, each said in words too; unchanged ones only where they stand between. */
export function LineChanges({ lines }: { lines: readonly LineChange[] }) {
  const t = useText(workProductText);
  const shown = lines.flatMap((line, at) => {
    const near = [lines[at - 1], line, lines[at + 1]].some((one) => one !== undefined && one.kind !== "same");
    return near ? [{ ...line, at }] : [];
  });
  return (
    <ul className="space-y-1">
      {shown.map(({ kind, text, at }) => (
        <li key={at} className="border-l-2 border-line pl-3 break-words">
          {kind === "same" ? <span className="text-ink-soft">{text}</span> : null}
          {kind === "removed" ? (
            <del className="bg-bad-soft text-ink">
              <span className="sr-only">{t("removed")}: </span>
              {text}
            </del>
          ) : null}
          {kind === "added" ? (
            <ins className="bg-good-soft text-ink no-underline">
              <span className="sr-only">{t("added")}: </span>
              {text}
            </ins>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
