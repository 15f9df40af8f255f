import { evidenceText } from "#app/strings/en/evidence.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Checkboxes, type Option, TextArea } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import type { Returned } from "./evidence-forms.tsx";

/** `you`, a name, or null for whoever is no longer listed here. */
export type Person = string | null;

export type Piece = {
  readonly id: string;
  readonly kind: "file" | "link" | "note";
  readonly name: string;
  readonly note: string | null;
  readonly href: string | null;
  readonly type: string | null;
  readonly size: number | null;
  readonly sha256: string;
  readonly system: string | null;
  readonly addedBy: Person;
  readonly addedOn: string;
  readonly validFrom: string;
  readonly expires: string | null;
  readonly expired: boolean;
  readonly endsSoon: boolean;
  readonly review: "waiting" | "accepted" | "sent-back";
  readonly reviewedBy: Person;
  readonly reviewedOn: string | null;
  readonly reviewNote: string | null;
  readonly serves: readonly string[];
  readonly version: number;
  readonly mayReview: boolean;
  readonly own: boolean;
  readonly alsoUnder: readonly string[];
};

const reviewTones: Readonly<Record<Piece["review"], Tone>> = { waiting: "warn", accepted: "good", "sent-back": "bad" };

export function usePerson() {
  const t = useText(evidenceText);
  return (person: Person) => {
    if (person === "you") return t("you");
    return person === "system" ? t("system_actor") : (person ?? t("somebody"));
  };
}

type PieceProps = {
  piece: Piece;
  fileHref: string;
  mayEdit: boolean;
  /** Duties of which the control is only part, for the reviewer to judge. */
  partly: readonly Option[];
  returned: Returned | null;
};

/** One piece of evidence: what it is, who added it, how long it counts, its review, and what may be done with it. */
export function EvidencePiece({ piece, fileHref, mayEdit, partly, returned }: PieceProps) {
  const t = useText(evidenceText);
  const person = usePerson();
  const f = useFormat();
  const { name, kind, note, href, size, review, expires } = piece;
  return (
    <article className="py-4">
      <h3 className="font-semibold">
        {name} <Badge tone={reviewTones[review]}>{t(`review_${review}`)}</Badge>{" "}
        {piece.expired && expires !== null ? (
          <Badge tone="bad">{t("hasEnded", { date: f.date(expires) })}</Badge>
        ) : null}
        {!piece.expired && piece.endsSoon ? <Badge tone="warn">{t("endsSoon")}</Badge> : null}
      </h3>
      <p className="text-caption text-ink-soft">
        {[
          t(`kind_${kind}`),
          ...(size === null ? [] : [sizeOf(size, f.number)]),
          ...(piece.system === null ? [] : [t("aboutSystem", { system: piece.system })]),
          t("added", { who: person(piece.addedBy), date: f.date(piece.addedOn) }),
          expires === null
            ? t("counts", { date: f.date(piece.validFrom) })
            : t("countsUntil", { from: f.date(piece.validFrom), to: f.date(expires) }),
        ].join(" · ")}
      </p>
      {note === null ? null : <p className="mt-1 max-w-3xl whitespace-pre-line">{note}</p>}
      {piece.reviewedOn === null ? null : (
        <p className="mt-1">
          {t(review === "sent-back" ? "sentBackBy" : "reviewedBy", {
            who: person(piece.reviewedBy),
            date: f.date(piece.reviewedOn),
          })}
          {piece.reviewNote === null ? "." : `: ${piece.reviewNote}`}
          {piece.serves.length === 0 ? null : ` ${t("judgedServes", { count: piece.serves.length })}.`}
        </p>
      )}
      {piece.alsoUnder.length === 0 ? null : (
        <p className="text-caption text-ink-soft">{t("also", { controls: piece.alsoUnder.join(", ") })}</p>
      )}
      {piece.own && review === "waiting" ? <p className="text-caption text-ink-soft">{t("ownWaiting")}</p> : null}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {kind === "file" ? (
          <a href={fileHref} className="link" data-document="">
            {t("download")}
            <span className="sr-only">: {name}</span>
          </a>
        ) : null}
        {href === null ? null : (
          <a href={href} className="link break-all" rel="noopener noreferrer nofollow" target="_blank">
            {t("open")}
            <span className="sr-only">: {name}</span>
          </a>
        )}
        {mayEdit ? (
          <Form id={`mark-${piece.id}`} hidden={{ id: piece.id, version: String(piece.version) }}>
            <SubmitButton variant="quiet" name="intent" value="remove">
              {t("remove")}
              <span className="sr-only"> {name}</span>
            </SubmitButton>
          </Form>
        ) : null}
      </div>
      <Disclosure summary={t("hash")}>
        <code className="text-caption break-all">{piece.sha256}</code>
        {piece.type === null ? null : <p className="text-caption text-ink-soft">{piece.type}</p>}
      </Disclosure>
      {piece.mayReview ? <ReviewForm piece={piece} partly={partly} returned={returned} /> : null}
    </article>
  );
}

function ReviewForm({ piece, partly, returned }: Pick<PieceProps, "piece" | "partly" | "returned">) {
  const t = useText(evidenceText);
  const id = `review-${piece.id}`;
  const back = returned?.form === id ? returned : null;
  return (
    <Disclosure
      summary={
        <>
          {t(piece.review === "waiting" ? "review" : "reviewAgain")}
          <span className="sr-only">: {piece.name}</span>
        </>
      }
      open={piece.review === "waiting" || back !== null}
    >
      <Form
        id={id}
        hidden={{ id: piece.id, version: String(piece.version) }}
        {...(back === null ? {} : { errors: back.errors, values: back.typed })}
      >
        <p className="text-ink-soft">{t("reviewLead")}</p>
        {partly.length === 0 ? null : (
          <Checkboxes
            name="serves"
            label={t("servesField")}
            help={t("servesHelp")}
            options={partly}
            defaultValue={piece.serves}
          />
        )}
        <TextArea name="note" label={t("reviewNote")} help={t("reviewNoteHelp")} rows={2} />
        <FormActions>
          <SubmitButton name="intent" value="accept">
            {t("accept")}
          </SubmitButton>
          <SubmitButton variant="quiet" name="intent" value="send-back">
            {t("sendBack")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function sizeOf(bytes: number, number: (value: number, digits?: number) => string): string {
  if (bytes < 1024) return `${number(bytes)} B`;
  if (bytes < 1024 * 1024) return `${number(bytes / 1024, bytes < 10_240 ? 1 : 0)} KB`;
  return `${number(bytes / 1024 / 1024, 1)} MB`;
}
