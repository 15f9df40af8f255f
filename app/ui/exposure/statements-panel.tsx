import type { ActivityStatements, StatementSource, TaskStatement } from "#app/domain/exposure/statements.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type StatementsPanelProps = {
  groups: readonly ActivityStatements[];
  source: StatementSource | null;
  /** Labels of activities by id. */
  labels: ReadonlyMap<string, string>;
  occupation: string;
};

/** The occupation's tasks in the words of the release that this deployment loaded, activity by activity; or how to get them. */
export function StatementsPanel({ groups, source, labels, occupation }: StatementsPanelProps) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  if (source === null) return <p className="text-caption text-ink-soft">{t("statementsAbsent")}</p>;
  const tasks = new Set(groups.flatMap(({ statements }) => statements.map(({ task }) => task)));
  return (
    <Panel title={t("statements")}>
      <p className="mb-2 text-ink-soft">
        {tasks.size === 0 ? t("statementsUnknown") : t("statementsText", { count: tasks.size, occupation })}
      </p>
      {groups.map(({ activity, statements }) => (
        <Disclosure
          key={activity ?? "other"}
          summary={
            <>
              {activity === null ? t("statementsOther") : (labels.get(activity) ?? activity)}{" "}
              <span className="text-caption text-ink-soft">{t("statementsCount", { count: statements.length })}</span>
            </>
          }
        >
          <ul className="list-disc space-y-1 pl-5">
            {statements.map((statement) => (
              <li key={statement.task}>
                {statement.statement} <Marks statement={statement} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
      <p className="mt-3 text-caption text-ink-soft">
        {t("statementsBy", { version: source.version, date: f.date(source.importedOn) })}
      </p>
    </Panel>
  );
}

function Marks({ statement: { kind, importance } }: { statement: TaskStatement }) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  const said = [
    kind === null ? null : t(kind),
    importance === null ? null : t("importance", { value: f.number(importance, 1) }),
  ].filter((words) => words !== null);
  return said.length === 0 ? null : <span className="text-caption text-ink-soft">({said.join(", ")})</span>;
}
