import type { Relation } from "#app/domain/compliance/evidence/control-pack.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { LinkButton } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import type { Option } from "../controls/fields.tsx";
import { Notice, UndoBanner } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { AddFileForm, AddTextForm, type Returned } from "./evidence-forms.tsx";
import { EvidencePiece, type Piece } from "./evidence-piece.tsx";

type EvidenceView = {
  readonly id: string;
  readonly today: string;
  readonly evidence: readonly (Piece & { readonly removed: boolean })[];
  readonly serves: readonly {
    readonly id: string;
    readonly title: string;
    readonly law: string;
    readonly relation: Relation | null;
  }[];
  readonly systems: readonly Option[];
  readonly mayEdit: boolean;
  readonly mayInvite: boolean;
  readonly secondPerson: boolean;
};

/** The evidence of a control, what was removed, and the forms that add more. */
export function EvidencePanel({
  view,
  base,
  returned,
}: {
  view: EvidenceView;
  base: string;
  returned: Returned | null;
}) {
  const t = useText(evidenceText);
  const { evidence, serves, systems, today, mayEdit } = view;
  const kept = evidence.filter(({ removed }) => !removed);
  const partly = serves
    .filter(({ relation }) => relation !== "same")
    .map(({ id, title, law }) => ({ value: id, label: title, help: law }));
  const alone = !view.secondPerson && kept.some(({ own, review }) => own && review === "waiting");
  return (
    <Panel title={t("evidence")}>
      {returned?.form === "evidence" ? <ErrorSummary errors={returned.errors} /> : null}
      {evidence
        .filter(({ removed }) => removed)
        .map(({ id, name, version }) => (
          <div key={id} className="mb-3">
            {mayEdit ? (
              <UndoBanner
                action={`${base}/compliance/controls/${view.id}`}
                fields={{ intent: "restore", id, version: String(version) }}
              >
                {t("removedUndo", { name })}
              </UndoBanner>
            ) : (
              <p className="text-ink-soft">{t("removedUndo", { name })}</p>
            )}
          </div>
        ))}
      {alone ? (
        <div className="mb-3">
          <Notice tone="warn">
            <p>{t(view.mayInvite ? "alone" : "aloneAsk")}</p>
            {view.mayInvite ? (
              <p className="mt-2">
                <LinkButton to={`${base}/settings/members`} variant="quiet">
                  {t("invite")}
                </LinkButton>
              </p>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {kept.length === 0 ? <p className="text-ink-soft">{t("noEvidence")}</p> : null}
      <div className="divide-y divide-line">
        {kept.map((piece) => (
          <EvidencePiece
            key={piece.id}
            piece={piece}
            fileHref={`${base}/compliance/evidence/${piece.id}`}
            mayEdit={mayEdit}
            partly={partly}
            returned={returned}
          />
        ))}
      </div>
      {mayEdit ? (
        <div className="mt-4 border-t border-line pt-3">
          <Disclosure summary={t("addFile")} open={kept.length === 0 || returned?.form === "add-file"}>
            <AddFileForm systems={systems} today={today} returned={returned} />
          </Disclosure>
          <Disclosure summary={t("addText")} open={returned?.form === "add-text"}>
            <AddTextForm systems={systems} today={today} returned={returned} />
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}
