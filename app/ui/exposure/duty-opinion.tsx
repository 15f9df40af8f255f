import { automationLabels, exposureLabels } from "#app/domain/exposure/duty-opinion.ts";
import type { OpinionView } from "#app/domain/exposure/opinion-view.ts";
import { dutyOpinionText } from "#app/strings/en/duty-opinion.ts";
import { LinkButton } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Progress } from "../controls/progress.tsx";
import { useFresh } from "../controls/use-fresh.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { OpinionTable } from "./opinion-table.tsx";
import { useTroubles } from "./opinion-words.ts";

export type OpinionRefusal =
  | { readonly kind: "over-limit"; readonly limit: number; readonly used: number }
  | { readonly kind: "no-key" | "no-duties" | "already-asking" | "forbidden" | "not-found" | "small" };

type DutyOpinionProps = {
  opinion: {
    readonly model: string | null;
    readonly calls: number;
    readonly asking: { readonly done: number; readonly planned: number } | null;
    readonly shown: {
      readonly at: number;
      readonly model: string;
      readonly promptVersion: string;
      readonly view: OpinionView;
    } | null;
    readonly failed: { readonly at: number; readonly troubles: readonly string[] } | null;
  };
  mayAsk: boolean;
  /** The form of the lines, which goes along so that nothing typed is lost. */
  form: string;
  refusal: OpinionRefusal | null;
};

const pollMs = 2_000;

/** What a model said of the saved duties, marked as a model's, and the button that asks it. It enters no score. */
export function DutyOpinion({ opinion, mayAsk, form, refusal }: DutyOpinionProps) {
  const t = useText(dutyOpinionText);
  const { model, calls, asking, shown } = opinion;
  return (
    <Panel title={t("title")}>
      <div className="space-y-3">
        <p className="max-w-3xl text-ink-soft">{model === null ? t("noKey") : calls === 0 ? t("noDuties") : null}</p>
        <p className="max-w-3xl">{t("rule")}</p>
        {refusal === null ? null : <Refused refusal={refusal} />}
        <Failed failed={opinion.failed} />
        {shown === null ? null : <Shown shown={shown} />}
        {asking === null ? null : <Asking asking={asking} />}
        {model === null || calls === 0 || !mayAsk || asking !== null ? null : (
          <div className="screen-only flex flex-wrap items-center gap-3">
            <SubmitButton variant="quiet" form={form} name="intent" value="ask" pending={t("asking")}>
              {shown === null ? t("ask") : t("askAgain")}
            </SubmitButton>
            <span className="max-w-3xl text-caption text-ink-soft">{t("sends", { model, count: calls })}</span>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Shown({ shown }: { shown: NonNullable<DutyOpinionProps["opinion"]["shown"]> }) {
  const t = useText(dutyOpinionText);
  const f = useFormat();
  const words = useTroubles();
  const { view } = shown;
  const { labelled, agreeing, withOurs, troubles } = view;
  return (
    <>
      {troubles.length === 0 ? null : <Notice tone="warn">{t("troubles", { because: words(troubles) })}</Notice>}
      <p>{labelled === 0 ? t("summaryNone") : t("summary", { count: labelled, agreeing, withOurs })}</p>
      <OpinionTable view={view} />
      <p className="text-caption text-ink-soft">
        {t("made", { model: shown.model, version: shown.promptVersion, moment: f.moment(shown.at) })}
      </p>
      <Disclosure summary={t("legend")}>
        <dl className="evidence text-caption">
          {[...exposureLabels, ...automationLabels].map((label) => (
            <div key={label} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{t(label)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 max-w-3xl text-caption text-ink-soft">
          {t("legendOurs")} {t("legendSecond")}
        </p>
      </Disclosure>
    </>
  );
}

function Failed({ failed }: { failed: DutyOpinionProps["opinion"]["failed"] }) {
  const t = useText(dutyOpinionText);
  const f = useFormat();
  const words = useTroubles();
  if (failed === null || failed.troubles.length === 0) return null;
  return (
    <Notice tone="warn">{t("failedLater", { moment: f.moment(failed.at), because: words(failed.troubles) })}</Notice>
  );
}

/** Looks again by itself, which leaves half-typed lines alone; without script there is a link. */
function Asking({ asking }: { asking: { readonly done: number; readonly planned: number } }) {
  const t = useText(dutyOpinionText);
  useFresh(true, pollMs);
  return (
    <div className="max-w-xl space-y-2">
      <Progress label={t("askingLabel")} done={asking.done} total={asking.planned} now={t("asking")} />
      <noscript>
        <LinkButton to="" variant="quiet">
          {t("lookAgain")}
        </LinkButton>
      </noscript>
    </div>
  );
}

function Refused({ refusal }: { refusal: OpinionRefusal }) {
  const t = useText(dutyOpinionText);
  switch (refusal.kind) {
    case "over-limit":
      return <Notice tone="warn">{t("overLimit", { limit: refusal.limit, used: refusal.used })}</Notice>;
    case "already-asking":
      return <Notice tone="accent">{t("alreadyAsking")}</Notice>;
    case "forbidden":
      return <Notice tone="bad">{t("forbidden")}</Notice>;
    case "not-found":
    case "small":
      return <Notice tone="bad">{t("gone")}</Notice>;
    // Said by the panel itself.
    case "no-key":
    case "no-duties":
      return null;
  }
}
