import { Form } from "@remix-run/react";
import { asOfText } from "#app/strings/en/as-of.ts";
import { Button } from "../controls/button.tsx";
import { DateInput } from "../controls/fields.tsx";
import { Notice } from "../controls/notice.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { AsOfSlider } from "./as-of-slider.tsx";

export type DayOfChange = { readonly date: string; readonly duties: number };

type AsOfBarProps = {
  asOf: string;
  today: string;
  days: readonly DayOfChange[];
  /** The day on which our records begin, where the day asked for lies before it. */
  records: string | null;
  /** Duties in force of which nobody knows since when. */
  undated: number;
  path: string;
  /** What else the address says, which stays. */
  kept: Readonly<Record<string, string>>;
};

const daysShown = 4;

/** Which day the page is about, and the way to others: a date, the next days that matter, and with script a slider over all. */
export function AsOfBar({ asOf, today, days, records, undated, path, kept }: AsOfBarProps) {
  const t = useText(asOfText);
  const f = useFormat();
  const to = (date: string) => {
    const search = new URLSearchParams({ ...kept, ...(date === today ? {} : { asOf: date }) }).toString();
    return search === "" ? path : `${path}?${search}`;
  };
  const later = days.filter(({ date }) => date > asOf).slice(0, daysShown);
  const earlier = days.filter(({ date }) => date < asOf).at(-1);
  const date = f.date(asOf);
  return (
    <section className="panel screen-only space-y-3" aria-label={t("title")}>
      {asOf === today ? null : (
        <Notice tone="warn">
          {records !== null
            ? t("beforeRecords", { date, begin: f.date(records) })
            : asOf > today
              ? t("future", { date })
              : t("past", { date, count: undated })}
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Form method="get" action={path} noValidate className="flex flex-wrap items-end gap-3">
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <DateInput key={asOf} name="asOf" label={t("label")} defaultValue={asOf} required />
          <Button variant="quiet">{t("show")}</Button>
        </Form>
        <nav aria-label={t("days")} className="min-w-0 flex-1 basis-72">
          <p className="text-caption text-ink-soft">{t("days")}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {asOf === today ? null : (
              <li>
                <a className="link" href={to(today)} data-keep-scroll="">
                  {t("today")}
                </a>
              </li>
            )}
            {earlier === undefined ? null : (
              <li>
                <a className="link" href={to(earlier.date)} data-keep-scroll="">
                  <span aria-hidden="true">← </span>
                  {t("day", { date: f.date(earlier.date), count: earlier.duties })}
                </a>
              </li>
            )}
            {later.map((day) => (
              <li key={day.date}>
                <a className="link" href={to(day.date)} data-keep-scroll="">
                  {t("day", { date: f.date(day.date), count: day.duties })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <AsOfSlider asOf={asOf} today={today} days={days.map((day) => day.date)} to={to} />
    </section>
  );
}
