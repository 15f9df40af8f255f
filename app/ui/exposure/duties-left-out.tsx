import type { LeftOut } from "#app/domain/exposure/split-duties.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

/** What of a pasted text is not among the duties, and why: nothing goes missing unseen. */
export function DutiesLeftOut({ leftOut, count }: { leftOut: readonly LeftOut[]; count: number }) {
  const t = useText(dutiesText);
  return (
    <Panel>
      <Disclosure summary={t("leftOut", { count })}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("piece")}</th>
              <th scope="col">{t("reason")}</th>
            </tr>
          </thead>
          <tbody>
            {leftOut.map(({ text, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be equal; they never move.
              <tr key={at}>
                <td dir="auto" className="break-words">
                  {text}
                </td>
                <td>{t(reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {count > leftOut.length ? (
          <p className="mt-2 text-caption text-ink-soft">{t("leftOutMore", { count: count - leftOut.length })}</p>
        ) : null}
      </Disclosure>
    </Panel>
  );
}
