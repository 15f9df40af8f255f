import type { ClassView, LawView } from "#app/domain/compliance/class-views.ts";
import { systemPageText } from "#app/strings/en/system-page.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { CheckedWords } from "./check-badge.tsx";
import { ChangeList, ReasonList } from "./reason-list.tsx";
import { ReasonTree } from "./reason-tree.tsx";

const tones: Readonly<Record<ClassView["weight"], Tone>> = {
  prohibited: "bad",
  high: "warn",
  model: "accent",
  transparency: "accent",
};

/** The class of a system under each law that has classes: what holds, what may hold, which facts decided and what would change it. */
export function ClassPanel({ laws, asOf }: { laws: readonly LawView[]; asOf: string }) {
  const t = useText(systemPageText);
  const reached = laws.filter(({ standing }) => standing !== "outside");
  const outside = laws.filter(({ standing }) => standing === "outside");
  return (
    <Panel title={t("classes")}>
      <p className="mb-3 max-w-3xl text-ink-soft">{t("classesLead")}</p>
      <div className="divide-y divide-line">
        {reached.map((law) => (
          <Law key={law.law} law={law} asOf={asOf} />
        ))}
      </div>
      {outside.length === 0 ? null : (
        <Disclosure summary={t("outside", { count: outside.length })}>
          <ul className="list-disc pl-5 text-ink-soft">
            {outside.map(({ law, title }) => (
              <li key={law}>{title}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Panel>
  );
}

function Law({ law, asOf }: { law: LawView; asOf: string }) {
  const t = useText(systemPageText);
  const f = useFormat();
  const none = law.classes.every(({ answer }) => answer !== "yes");
  return (
    <section className="py-3 first:pt-0 last:pb-0">
      <h3 className="font-semibold">{law.title}</h3>
      {none && law.standing === "none" ? (
        <p>
          <Badge>{t("classNone")}</Badge> {law.otherwise}
        </p>
      ) : null}
      <ul className="mt-1 space-y-2">
        {law.classes.map((one) => (
          <Class key={one.id} law={law.law} one={one} asOf={asOf} />
        ))}
      </ul>
      <p className="mt-1 text-caption text-ink-soft">
        {t("howChecked")}: <CheckedWords how={law.checked.how} />. {law.checked.note}{" "}
        {t("reviewBy", { date: f.date(law.reviewBy) })}
      </p>
    </section>
  );
}

function Class({ law, one, asOf }: { law: string; one: ClassView; asOf: string }) {
  const t = useText(systemPageText);
  const f = useFormat();
  const held = one.answer === "yes";
  return (
    <li id={`${law}-${one.id}`}>
      <p>
        <Badge tone={held ? tones[one.weight] : "quiet"}>{t(held ? "classHeld" : "classOpen")}</Badge>{" "}
        <span className="font-semibold">{one.title}</span>{" "}
        <span className="text-ink-soft">
          ({one.citation}
          {one.from === null ? null : `, ${t(one.from <= asOf ? "sinceDay" : "fromDay", { date: f.date(one.from) })}`})
        </span>
      </p>
      <p className="text-ink-soft">{one.meaning}</p>
      <Disclosure summary={t(held ? "decided" : "openBecause")} open={held || one.tree !== null}>
        <ReasonList reasons={one.because} />
        <div className="mt-2 text-ink-soft">
          <ChangeList changes={one.wouldChange} lead={t(held ? "change_yes" : "change_unknown")} />
        </div>
        {one.tree === null ? (
          <p className="mt-1">
            <a className="link" href={`?rule=${law}.${one.id}#${law}-${one.id}`}>
              {t("wholeRule")}
            </a>
          </p>
        ) : (
          <div className="mt-2">
            <ReasonTree tree={one.tree} />
          </div>
        )}
      </Disclosure>
    </li>
  );
}
