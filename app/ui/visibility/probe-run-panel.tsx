import { probesText } from "#app/strings/en/probes.ts";
import { Checkbox, NumberInput } from "../controls/fields.tsx";
import { Form, type FormValues, SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Progress } from "../controls/progress.tsx";
import { useFresh } from "../controls/use-fresh.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { useModelTrouble } from "./model-trouble.ts";
import { useProbesBase } from "./probe-tabs.tsx";
import { Said } from "./said.tsx";

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
  /** The round under way: askings done, askings planned, and the prompt that is asked now. */
  readonly running: {
    readonly progress: { readonly done?: number; readonly planned?: number; readonly now?: string } | null;
  } | null;
  readonly lastError: string | null;
};

export type ProbeRunResult = {
  readonly intent: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** What was typed, where it was refused. */
  readonly values: FormValues | null;
  readonly done: boolean;
};

type Props = { run: ProbeRunView; setId: string; mayRun: boolean; result: ProbeRunResult | undefined };

/** How asking goes and what it costs, before and after; without a key, what it would do. */
export function ProbeRunPanel({ run, setId, mayRun, result }: Props) {
  const t = useText(probesText);
  const f = useFormat();
  const trouble = useModelTrouble();
  useFresh(run.running !== null);
  const usd = (amount: number) => f.money({ amount: Math.round(amount * 100) / 100, currency: "USD" });
  if (run.model === null) {
    return (
      <Panel title={t("runTitle")}>
        <p className="max-w-3xl">{t("noKey", { runs: run.runs, week: usd(run.week.about) })}</p>
      </Panel>
    );
  }
  const of = (intent: string) => (result?.intent === intent ? result : undefined);
  // A tick that was taken away is not sent, so what was refused is read whole.
  const typed = of("settings")?.values ?? null;
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
      {run.lastError === null ? null : (
        <Notice tone="warn">{t("roundFailed", { because: trouble(run.lastError) ?? t("troubleOurs") })}</Notice>
      )}
      {run.running === null ? null : <Running progress={run.running.progress} />}
      {of("settings")?.done === true ? <Said by={result}>{t("saved")}</Said> : null}
      {of("run")?.done === true ? <Said by={result}>{t("asked")}</Said> : null}
      {mayRun ? (
        <div className="mt-3 grid gap-6 lg:grid-cols-2">
          <Form
            id="settings"
            errors={of("settings")?.errors}
            values={typed}
            hidden={{ intent: "settings", version: String(run.version) }}
          >
            <Checkbox
              name="scheduled"
              label={t("scheduled")}
              defaultChecked={typed === null ? run.scheduled : typed.scheduled === "yes"}
            />
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
  const trouble = useModelTrouble();
  if (because === null) return null;
  if (because === "budget") return <Notice tone="warn">{t("stoppedBudget")}</Notice>;
  if (because === "allowance") return <Notice tone="warn">{t("stoppedAllowance")}</Notice>;
  return <Notice tone="warn">{t("stoppedOther", { because: trouble(because) ?? t("troubleOurs") })}</Notice>;
}

function Running({ progress }: NonNullable<ProbeRunView["running"]>) {
  const t = useText(probesText);
  return (
    <div className="space-y-2">
      {progress?.planned === undefined ? (
        <Notice tone="accent">{t("runningWait")}</Notice>
      ) : (
        <Progress
          label={t("running")}
          done={progress.done ?? 0}
          total={progress.planned}
          {...(progress.now === undefined ? {} : { now: progress.now })}
        />
      )}
      <p className="text-caption text-ink-soft">
        {t("runningSays")}{" "}
        <a href={useProbesBase()} className="link">
          {t("runningAgain")}
        </a>
      </p>
    </div>
  );
}
