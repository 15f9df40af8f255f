import { shortTitle } from "#app/domain/compliance/short-title.ts";
import type { ShownChange, ShownGroup } from "#app/domain/compliance/shown-change.ts";
import { dutyChangesText } from "#app/strings/en/duty-changes.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { say } from "#app/strings/say.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { BeforeAfter } from "./before-after.tsx";
import { ChangeCause } from "./change-cause.tsx";

type GroupProps = { group: ShownGroup; base: string; mayNote: boolean };

/** More changes than these are folded behind the first, so that a page with a whole new inventory can be looked over. */
const mostOpen = 6;

/** What one look found for one kind of cause, each with its before and after, and the note a person takes of it. */
export function ChangeGroup({ group, base, mayNote }: GroupProps) {
  const t = useText(radarText);
  const f = useFormat();
  const { at, cause, changes, waiting } = group;
  const item = (change: ShownChange) => <ChangeItem key={change.id} change={change} base={base} mayNote={mayNote} />;
  const rest = changes.slice(mostOpen);
  return (
    <Panel title={t("groupTitle", { date: f.date(at.slice(0, 10)), cause: t(`cause_${cause}`) })}>
      {mayNote && waiting.length > 1 ? <NoteAll waiting={waiting} id={group.key} /> : null}
      <ul className="divide-y divide-line">{changes.slice(0, mostOpen).map(item)}</ul>
      {rest.length === 0 ? null : (
        <Disclosure summary={t("groupCount", { count: rest.length })}>
          <ul className="divide-y divide-line">{rest.map(item)}</ul>
        </Disclosure>
      )}
    </Panel>
  );
}

function NoteAll({ waiting, id }: { waiting: readonly string[]; id: string }) {
  const t = useText(radarText);
  return (
    <div className="mb-2">
      <Form id={`note-${id}`}>
        {waiting.map((change) => (
          <input key={change} type="hidden" name="change[]" value={change} />
        ))}
        <SubmitButton variant="quiet" name="intent" value="note">
          {t("noteAll", { count: waiting.length })}
        </SubmitButton>
      </Form>
    </div>
  );
}

function ChangeItem({ change, base, mayNote }: { change: ShownChange; base: string; mayNote: boolean }) {
  const t = useText(radarText);
  const f = useFormat();
  const { duty, title, law, lines, noted } = change;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <a href={`${base}/compliance/${duty}`} className="link">
            {title}
          </a>{" "}
          <span className="text-caption text-ink-soft">{shortTitle(law)}</span>
          <p>{lines.map((line) => say(dutyChangesText, f, line)).join("; ")}</p>
        </div>
        <NoteOf change={change} mayNote={mayNote} />
      </div>
      {noted === null ? null : (
        <p className="mt-1">
          <Badge tone="good">
            {noted.by === null
              ? t("noted", { date: f.date(noted.at.slice(0, 10)) })
              : t("notedBy", { date: f.date(noted.at.slice(0, 10)), name: noted.by })}
          </Badge>
        </p>
      )}
      <Disclosure summary={<span className="text-caption">{t("details")}</span>}>
        <div className="space-y-3 border-l border-line pl-3 text-caption">
          <BeforeAfter before={change.before} after={change.after} />
          <ChangeCause cause={change.cause} />
          <Touches change={change} base={base} />
        </div>
      </Disclosure>
    </li>
  );
}

function NoteOf({ change: { id, title, noted }, mayNote }: { change: ShownChange; mayNote: boolean }) {
  const t = useText(radarText);
  if (!mayNote) return null;
  return (
    <Form id={`change-${id}`}>
      <input type="hidden" name="change[]" value={id} />
      <SubmitButton variant="quiet" name="intent" value={noted === null ? "note" : "take-back"}>
        {t(noted === null ? "note" : "takeBack")}
        <span className="sr-only">: {title}</span>
      </SubmitButton>
    </Form>
  );
}

function Touches({ change, base }: { change: ShownChange; base: string }) {
  const t = useText(radarText);
  const { touches, owner, after, before } = change;
  const evidence = (after ?? before)?.evidence ?? [];
  return (
    <div>
      <h3 className="font-semibold">{t("touches")}</h3>
      <p>
        {t("owner")}: {owner ?? t("noOwner")}{" "}
        {owner === null ? (
          <a className="link" href={`${base}/compliance/by/owner?law=${change.lawId}`}>
            {t("assign")}
          </a>
        ) : null}
      </p>
      <p>
        {t("plan")}:{" "}
        {touches.items.length === 0
          ? t("noPlan")
          : touches.items.map(({ id, title, pools }, at) => (
              <span key={id}>
                {at === 0 ? null : "; "}
                <a className="link" href={`${base}/plan/items/${id}`}>
                  {pools.length === 0 ? title : t("planItem", { title, pools: pools.join(", ") })}
                </a>
              </span>
            ))}
      </p>
      {touches.roles.length === 0 && touches.hiddenRoles === 0 ? null : (
        <p>
          {t("roles")}: {touches.roles.map(({ title }) => title).join(", ")}{" "}
          {t("hiddenRoles", { count: touches.hiddenRoles })}
        </p>
      )}
      {evidence.length === 0 ? null : (
        <p>
          {t("documents")}: {evidence.join(" · ")}
        </p>
      )}
    </div>
  );
}
