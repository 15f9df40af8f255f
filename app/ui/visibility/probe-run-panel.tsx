import { probesText } from "#app/strings/en/probes.ts";
import { Checkbox, NumberInput } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Progress } from "../controls/progress.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Costs = { readonly about: number; readonly most: number };

export type ProbeRunView = {
  readonly model: string | null;
  readonly runs: number;
  readonly scheduled: boolean;
  readonly version: number;
  readonly budget: number;
  readonly spent: number;
  readonly once: Costs;
  readonly week: Costs;
  readonly pricesOn: string;
  readonly stoppedBecause: string | null;
  readonly nextAt: number | null;
  readonly running: { readonly progress: { readonly done?: number; readonly planned?: number } | null } | null;
  readonly lastError: string | null;
};

export type ProbeRunResult = {
  readonly intent: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly done: boolean;
};

type Props = { run: ProbeRunView; setId: string; mayRun: boolean; result: ProbeRunResult | undefined };

/** How asking goes and what it costs, before and after; without a key, what it would do. */
export function ProbeRunPanel({ run, setId, mayRun, result }: Props) {
  const t = useText(probesText);
  const f = useFormat();
  const usd = (amount: number) => f.money({ amount: Math.round(amount * 100) / 100, currency: "USD" });
  if (run.model === null) {
    return (
      <Panel title={t("runTitle")}>
        <p className="max-w-3xl">{t("noKey", { runs: run.runs, week: usd(run.week.about) })}</p>
      </Panel>
    );
  }
  const of = (intent: string) => (result?.intent === intent ? result : undefined);
  return (
    <Panel title={t("runTitle")}>
      <p className="max-w-3xl">
        {t("label", { model: run.model })} {run.scheduled ? t("scheduleOn", { runs: run.runs }) : t("scheduleOff")}{" "}
        {run.nextAt === null ? null : t("next", { at: f.moment(run.nextAt) })}
      </p>
      <p className="mb-3 max-w-3xl">
        {t("costs", {
          about: usd(run.week.about),
          most: usd(run.week.most),
          once: usd(run.once.about),
          date: f.date(run.pricesOn),
        })}{" "}
        {t("spent", { spent: usd(run.spent), budget: usd(run.budget) })}
      </p>
      <Stopped because={run.stoppedBecause} />
      {run.lastError === null ? null : <Notice tone="warn">{t("roundFailed", { because: run.lastError })}</Notice>}
      {run.running === null ? null : <Running progress={run.running.progress} />}
      {of("settings")?.done === true ? <Notice tone="good">{t("saved")}</Notice> : null}
      {of("run")?.done === true && run.running === null ? <Notice tone="good">{t("asked")}</Notice> : null}
      {mayRun ? (
        <div className="mt-3 grid gap-6 lg:grid-cols-2">
          <Form
            id="settings"
            errors={of("settings")?.errors}
            hidden={{ intent: "settings", version: String(run.version) }}
          >
            <Checkbox name="scheduled" label={t("scheduled")} defaultChecked={run.scheduled} />
            <NumberInput name="budget" label={t("budget")} required defaultValue={run.budget} />
            <SubmitButton variant="quiet">{t("saveSettings")}</SubmitButton>
          </Form>
          {run.running === null ? (
            <Form id="run" errors={of("run")?.errors} hidden={{ intent: "run", set: setId }}>
              <SubmitButton>{t("runNow")}</SubmitButton>
            </Form>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

function Stopped({ because }: { because: string | null }) {
  const t = useText(probesText);
  if (because === null) return null;
  if (because === "budget") return <Notice tone="warn">{t("stoppedBudget")}</Notice>;
  if (because === "allowance") return <Notice tone="warn">{t("stoppedAllowance")}</Notice>;
  return <Notice tone="warn">{t("stoppedOther", { because })}</Notice>;
}

function Running({ progress }: { progress: { readonly done?: number; readonly planned?: number } | null }) {
  const t = useText(probesText);
  if (progress?.planned === undefined) return <Notice tone="accent">{t("runningWait")}</Notice>;
  return <Progress label={t("running")} done={progress.done ?? 0} total={progress.planned} />;
}
