import type { ControlState } from "#app/domain/compliance/evidence/control-pack.ts";
import type { StateReason } from "#app/domain/compliance/evidence/control-state.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { DescribeForm, type Returned } from "./evidence-forms.tsx";
import { StateBadge, StateReasonText } from "./state-badge.tsx";

export type AboutView = {
  readonly held: { readonly state: ControlState; readonly because: StateReason; readonly lacking: readonly string[] };
  readonly words: {
    readonly owner: string | null;
    readonly how: string | null;
    readonly note: string | null;
    readonly version: number;
  };
  readonly mayEdit: boolean;
};

/** The state with its reason, the owner, and how the control is run. */
export function ControlAbout({ view, returned }: { view: AboutView; returned: Returned | null }) {
  const t = useText(evidenceText);
  const { held, words, mayEdit } = view;
  const { owner, how, note, version } = words;
  return (
    <Panel>
      <p>
        <StateBadge state={held.state} /> <StateReasonText because={held.because} lacking={held.lacking} />
      </p>
      <p className="mt-2">{owner === null ? t("noOwner") : t("ownedBy", { owner })}</p>
      {how === null ? null : (
        <p className="mt-1 max-w-3xl whitespace-pre-line text-ink-soft">
          {t("runBy")}: {how}
        </p>
      )}
      {note === null ? null : <p className="mt-1 max-w-3xl whitespace-pre-line text-ink-soft">{note}</p>}
      {mayEdit ? (
        <div className="mt-2">
          <Disclosure summary={t("describe")} open={returned?.form === "describe"}>
            <DescribeForm words={{ owner, how, note, version }} returned={returned} />
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}
