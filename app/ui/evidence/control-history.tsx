import { evidenceText } from "#app/strings/en/evidence.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { type Person, usePerson } from "./evidence-piece.tsx";

type Entry = {
  readonly seq: number;
  readonly at: string;
  readonly who: Person;
  readonly action: string;
  readonly what: string | null;
};

const verbs = ["change", "add", "accept", "send-back", "remove", "restore", "expire", "delete"] as const;

/** What happened to a control and its evidence, from the log, newest first. */
export function ControlHistory({ history }: { history: readonly Entry[] }) {
  const t = useText(evidenceText);
  const person = usePerson();
  const f = useFormat();
  const said = (action: string, what: string | null) => {
    const verb = verbs.find((one) => action.endsWith(`.${one}`));
    if (verb === undefined) return action;
    return verb === "change" ? t("did_change") : t(`did_${verb}`, { name: what ?? "" });
  };
  return (
    <Panel title={t("history")}>
      {history.length === 0 ? (
        <p className="text-ink-soft">{t("historyNone")}</p>
      ) : (
        <ol className="space-y-1">
          {history.map(({ seq, at, who, action, what }) => (
            <li key={seq}>
              <span className="text-caption text-ink-soft">{f.moment(Date.parse(at))}</span>{" "}
              {action === "evidence.expire" ? null : `${person(who)} `}
              {said(action, what)}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
