import { shortTitle } from "#app/domain/compliance/short-title.ts";
import type { ComingDay } from "#app/domain/compliance/shown-change.ts";
import { dutyChangesText } from "#app/strings/en/duty-changes.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { say } from "#app/strings/say.ts";
import { Fold } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What the calendar alone will change, by day. */
export function ComingChanges({ coming, base }: { coming: readonly ComingDay[]; base: string }) {
  const t = useText(radarText);
  const f = useFormat();
  return (
    <Panel title={t("comingTitle")}>
      <p className="text-ink-soft">{t(coming.length === 0 ? "comingNothing" : "comingLead")}</p>
      <div className="divide-y divide-line">
        {coming.map(({ date, changes }) => (
          <Fold key={date} title={f.date(date)} note={t("groupCount", { count: changes.length })}>
            <ul className="list-disc space-y-1 pl-5">
              {changes.map(({ duty, title, law, lines }) => (
                <li key={duty}>
                  <a href={`${base}/compliance/${duty}`} className="link">
                    {title}
                  </a>{" "}
                  <span className="text-caption text-ink-soft">{shortTitle(law)}</span>:{" "}
                  {lines.map((line) => say(dutyChangesText, f, line)).join("; ")}
                </li>
              ))}
            </ul>
            <p className="mt-1 text-caption">
              <a className="link" href={`${base}/compliance?asOf=${date}`}>
                {t("seeDay")}
                <span className="sr-only">: {f.date(date)}</span>
              </a>
            </p>
          </Fold>
        ))}
      </div>
    </Panel>
  );
}
