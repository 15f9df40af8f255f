import type { LineChange, SectionChange } from "#app/domain/work-products/edits.ts";
import { workProductText } from "#app/strings/en/work-products.ts";
import { LinkButton } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Notice } from "../controls/notice.tsx";
import { Page } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { Blocks, type ShownBlock } from "./document-body.tsx";
import { LineChanges } from "./line-changes.tsx";
import { SectionEditor } from "./section-editor.tsx";

type DutyInWords = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly stands: string;
  readonly checked: string;
  readonly systems: readonly string[];
};

type SectionOnPage = {
  readonly id: string;
  readonly heading: string;
  readonly duties: readonly DutyInWords[];
  readonly blocks: readonly ShownBlock[];
  readonly edited: {
    readonly by: string | null;
    readonly at: string;
    readonly moved: readonly LineChange[] | null;
  } | null;
};

export type DocumentOnPage = {
  readonly base: string;
  readonly product: string;
  readonly subject: string;
  readonly title: string;
  readonly purpose: string;
  readonly organization: string;
  readonly system: { readonly id: string; readonly name: string } | null;
  readonly asOf: string;
  readonly mayEdit: boolean;
  readonly number: number;
  readonly newest: number;
  readonly keptAt: string | null;
  readonly blanks: { readonly count: number; readonly answerable: number };
  readonly versions: { readonly template: string; readonly laws: string; readonly lawsAsOf: string };
  readonly sections: readonly SectionOnPage[];
  readonly editing: { readonly section: string; readonly text: string } | null;
  readonly changes: readonly (Pick<SectionChange, "id" | "heading" | "change"> & {
    readonly lines: readonly LineChange[];
  })[];
  readonly grounds: readonly { readonly what: string; readonly says: string; readonly source: string }[];
};

type Refused = {
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly section: string;
  readonly text: string;
};

type DocumentViewProps = {
  view: DocumentOnPage;
  refused: Refused | undefined;
  trail: readonly { readonly to: string; readonly label: string }[];
};

/** One document: what is open, what changed, its sections, what it rests on. */
export function DocumentView({ view, refused, trail }: DocumentViewProps) {
  const t = useText(workProductText);
  const f = useFormat();
  const { base, product, subject, system, number, newest, mayEdit, keptAt } = view;
  const query = subject === "" ? "" : `?system=${encodeURIComponent(subject)}`;
  const here = `${base}/documents/${product}${query}`;
  const old = number !== newest;
  const edits = mayEdit && !old;
  const file = `${base}/documents/${product}.docx${query}${old ? `${query === "" ? "?" : "&"}version=${number}` : ""}`;
  return (
    <Page
      area="compliance"
      title={system === null ? view.title : `${view.title}: ${system.name}`}
      lead={view.purpose}
      trail={[...trail, { to: here, label: view.title }]}
      asOf={view.asOf}
      action={
        <LinkButton to={file} document>
          {t("download")}
        </LinkButton>
      }
    >
      <p className="font-semibold">{t("draft")}</p>
      <div className="screen-only space-y-4">
        {old && keptAt !== null ? (
          <Notice tone="warn">
            {t("old", { number, date: f.date(keptAt.slice(0, 10)) })}{" "}
            <a className="link underline" href={here}>
              {t("toNewest")}
            </a>
          </Notice>
        ) : null}
        <Standing view={view} edits={edits} query={query} />
      </div>
      {view.sections.map((section) => (
        <SectionView key={section.id} section={section} view={view} refused={refused} edits={edits} here={here} />
      ))}
      <section className="panel">
        <h2 className="mb-2 text-heading">{t("restsOn")}</h2>
        <p className="mb-3 max-w-3xl text-ink-soft">
          {t("draftBy", { date: f.longDate(view.asOf), organization: view.organization })}{" "}
          {t("restsOnLead", {
            template: view.versions.template,
            laws: view.versions.laws,
            date: f.longDate(view.versions.lawsAsOf),
          })}
        </p>
        <DataTable
          caption={t("restsOn")}
          rows={view.grounds}
          rowKey={({ what, source }) => `${what} ${source}`}
          columns={[
            { key: "what", header: t("what"), cell: ({ what }) => what },
            { key: "says", header: t("says"), cell: ({ says }) => says },
            { key: "source", header: t("source"), cell: ({ source }) => source },
          ]}
        />
      </section>
    </Page>
  );
}

/** What is kept, what is open, and what filling again would change. */
function Standing({ view, edits, query }: { view: DocumentOnPage; edits: boolean; query: string }) {
  const t = useText(workProductText);
  const f = useFormat();
  const { base, product, number, keptAt, blanks, changes, subject } = view;
  const questions = subject === "" ? `${base}/compliance/questions` : `${base}/systems/${subject}`;
  const register = { "incident-register": "incidents", "literacy-record": "literacy" }[product];
  const version = String(view.newest);
  return (
    <div className="panel space-y-3">
      <p>
        {t("blanksTitle", { count: blanks.count })}
        {blanks.answerable === 0 ? ". " : `; ${t("blanksAnswer", { count: blanks.answerable })}. `}
        {blanks.answerable === 0 ? null : (
          <a className="link underline" href={questions}>
            {t("answerThem")}
          </a>
        )}
      </p>
      <p className="text-ink-soft">
        {number === 0 ? t("notKeptYet") : t("versionOf", { number, date: f.date((keptAt ?? "").slice(0, 10)) })}{" "}
        {number > 0 && changes.length === 0 && number === view.newest ? t("upToDate") : null}
      </p>
      {number === 0 || changes.length === 0 || !edits ? null : (
        <Disclosure summary={t("wouldChange", { number, count: changes.length })}>
          <ul className="space-y-3">
            {changes.map(({ id, heading, change, lines }) => (
              <li key={id}>
                <span className="font-semibold">{heading}</span> <span className="text-ink-soft">({t(change)})</span>
                <LineChanges lines={lines.slice(0, 30)} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {edits && (number === 0 || changes.length > 0) ? (
          <Form hidden={{ intent: "fill", version }}>
            <SubmitButton variant="quiet">{t(number === 0 ? "keep" : "fillAgain")}</SubmitButton>
          </Form>
        ) : null}
        {view.newest === 0 ? null : (
          <LinkButton to={`${base}/documents/${product}/versions${query}`} variant="quiet">
            {t("versions")}
          </LinkButton>
        )}
        {product === "vendor-questionnaire" ? (
          <LinkButton to={`${base}/documents/answers/${subject}`} variant="quiet">
            {t("enterAnswers")}
          </LinkButton>
        ) : null}
        {register === undefined ? null : (
          <LinkButton to={`${base}/documents/${register}`} variant="quiet">
            {t("toRegister")}
          </LinkButton>
        )}
        {edits && number > 0 && changes.length > 0 ? (
          <span className="text-caption text-ink-soft">{t("fillKeeps")}</span>
        ) : null}
      </div>
    </div>
  );
}

type SectionViewProps = {
  section: SectionOnPage;
  view: DocumentOnPage;
  refused: Refused | undefined;
  edits: boolean;
  here: string;
};

function SectionView({ section, view, refused, edits, here }: SectionViewProps) {
  const t = useText(workProductText);
  const { id, heading, duties, blocks, edited } = section;
  const failed = refused?.section === id && refused.text !== "" ? refused : undefined;
  const typed = failed?.text ?? (view.editing?.section === id ? view.editing.text : null);
  const edit = `${here}${here.includes("?") ? "&" : "?"}edit=${id}#${id}`;
  return (
    <section className="panel scroll-mt-4" id={id}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-heading">{heading}</h2>
        {edits && typed === null ? (
          <a className="link screen-only text-caption" href={edit} aria-label={t("editSection", { heading })}>
            {t("edit")}
          </a>
        ) : null}
      </div>
      {duties.length === 0 ? null : <AskedBy duties={duties} base={view.base} />}
      {edited === null ? null : <EditedBy edited={edited} id={id} version={view.newest} edits={edits} />}
      {edits && typed !== null ? (
        <SectionEditor
          section={id}
          heading={heading}
          text={typed}
          version={view.newest}
          errors={failed?.errors}
          back={`${here}#${id}`}
        />
      ) : (
        <Blocks blocks={blocks} heading={heading} base={view.base} />
      )}
    </section>
  );
}

function AskedBy({ duties, base }: { duties: readonly DutyInWords[]; base: string }) {
  const t = useText(workProductText);
  return (
    <ul className="mb-3 space-y-0.5 text-caption text-ink-soft">
      {duties.map(({ id, citation, title, stands, checked, systems }) => (
        <li key={id}>
          {t("asks")}{" "}
          <a className="link underline" href={`${base}/compliance/${id}`}>
            {citation}
          </a>
          . {title}: {stands}
          {systems.length === 0 ? "" : `, ${t("forSystems", { systems: systems.join(", ") })}`} ({checked}).
        </li>
      ))}
    </ul>
  );
}

type EditedByProps = { edited: NonNullable<SectionOnPage["edited"]>; id: string; version: number; edits: boolean };

function EditedBy({ edited, id, version, edits }: EditedByProps) {
  const t = useText(workProductText);
  const f = useFormat();
  const date = f.date(edited.at.slice(0, 10));
  const hidden = { section: id, version: String(version) };
  return (
    <div className="screen-only mb-3 space-y-2">
      <p className="text-caption text-ink-soft">
        {edited.by === null ? t("editedByNobody", { date }) : t("editedBy", { name: edited.by, date })}
      </p>
      {edited.moved === null ? null : (
        <Notice tone="warn">
          <p>{t("factsMoved")}</p>
          <Disclosure summary={t("factsNow")}>
            <LineChanges lines={edited.moved} />
          </Disclosure>
        </Notice>
      )}
      {edits ? (
        <div className="flex flex-wrap gap-3">
          <Form id={`reset-${id}`} hidden={{ ...hidden, intent: "reset" }}>
            <SubmitButton variant="quiet">{t("takeFacts")}</SubmitButton>
          </Form>
          {edited.moved === null ? null : (
            <Form id={`agree-${id}`} hidden={{ ...hidden, intent: "agree" }}>
              <SubmitButton variant="quiet">{t("keepMine")}</SubmitButton>
            </Form>
          )}
        </div>
      ) : null}
    </div>
  );
}
