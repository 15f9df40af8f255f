import { shortTitle } from "#app/domain/compliance/short-title.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type RadarPanelProps = {
  radar: {
    readonly within90: number;
    readonly waiting: number;
    readonly next: readonly { readonly date: string; readonly duties: number; readonly law: string }[];
  };
  home: string;
};

/** What changes in the duties within 90 days, and what was found changed and waits for a note. */
export function RadarPanel({ radar, home }: RadarPanelProps) {
  const t = useText(radarText);
  const f = useFormat();
  const { within90, waiting, next } = radar;
  const title = within90 === 0 ? t("panelNone") : t("panelSome", { count: within90 });
  return (
    <Panel title={title} link={{ to: `${home}/compliance/radar`, label: t("panelLink") }}>
      {next.length === 0 ? null : (
        <ul className="mb-2 space-y-1">
          {next.map(({ date, duties, law }) => (
            <li key={date}>
              <a className="link" href={`${home}/compliance?asOf=${date}`}>
                {t("panelLine", { date: f.date(date), count: duties, law: shortTitle(law) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="text-caption text-ink-soft">{t("panelWaiting", { count: waiting })}</p>
    </Panel>
  );
}
