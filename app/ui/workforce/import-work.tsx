import type { ImportProgress } from "#app/domain/workforce/import-report.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Progress } from "../controls/progress.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const steps = {
  reading: "stepReading",
  comparing: "stepComparing",
  saving: "stepSaving",
  undoing: "stepUndoing",
} as const;

type Work = {
  readonly fileName: string;
  readonly rows: number;
  readonly progress: ImportProgress | null;
  readonly cancelAsked: boolean;
  readonly status: string;
};

/** How far the work on an import is, and the way to stop it. */
export function ImportWork({ view }: { view: Work }) {
  const own = useText(rosterImportText);
  const { progress } = view;
  return (
    <Panel>
      <Progress
        label={view.fileName}
        done={progress?.done ?? 0}
        total={progress?.total ?? view.rows}
        now={own(progress === null ? "stepWaiting" : steps[progress.step])}
      />
      {view.status === "undoing" ? null : view.cancelAsked ? (
        <p className="pt-4 text-ink-soft">{own(view.status === "running" ? "stopping" : "stoppingRead")}</p>
      ) : (
        <div className="pt-4">
          <Form hidden={{ intent: "cancel" }}>
            <SubmitButton variant="quiet">{own("stop")}</SubmitButton>
            {view.status === "running" ? <p className="text-caption text-ink-soft">{own("stopHint")}</p> : null}
          </Form>
        </div>
      )}
    </Panel>
  );
}

type Undo = { readonly until: string; readonly touched: number; readonly titles: readonly string[] };

/** The way back, as long as there is one, and what stands in it. */
export function UndoImport({ undo }: { undo: Undo }) {
  const own = useText(rosterImportText);
  const f = useFormat();
  const touched = undo.touched > 0;
  return (
    <Panel title={own("undoTitle")}>
      <p className="mb-3 text-ink-soft">{own("undoLead", { date: f.date(undo.until.slice(0, 10)) })}</p>
      {touched ? (
        <Notice tone="warn">{own("undoTouched", { count: undo.touched, titles: undo.titles.join(", ") })}</Notice>
      ) : null}
      <Form hidden={{ intent: touched ? "undo-untouched" : "undo" }}>
        <SubmitButton variant="quiet">{own(touched ? "undoUntouched" : "undo")}</SubmitButton>
      </Form>
    </Panel>
  );
}
