import type { PromptSetChange } from "#app/domain/visibility/compare-prompt-sets.ts";
import type { Named } from "#app/domain/visibility/find-mentions.ts";
import type { ProbePrompt } from "#app/domain/visibility/share-of-answers.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { PromptLists } from "./prompt-lists.tsx";

export type PromptVersionView = {
  readonly version: number;
  readonly at: number;
  readonly inUse: boolean;
  readonly prompts: readonly ProbePrompt[];
  readonly setting: { readonly brand: Named; readonly others: readonly Named[] };
  /** The version before; null for the first. */
  readonly before: number | null;
  readonly change: PromptSetChange | null;
};

/** A frozen version to read: what came and went, whose mentions were counted, and its prompts. */
export function PromptVersion({ view }: { view: PromptVersionView }) {
  const t = useText(own);
  const { prompts, setting, version } = view;
  const { brand, others } = setting;
  return (
    <>
      <Panel title={view.before === null ? undefined : t("changeAgainst", { before: view.before })}>
        <Change view={view} />
      </Panel>
      <Panel title={t("besideTitle")}>
        <dl className="grid max-w-3xl gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
          <Fact term={t("brandName")} said={brand.name} />
          <Fact term={t("otherNames")} said={(brand.aliases ?? []).join(", ")} />
          <Fact term={t("domains")} said={(brand.domains ?? []).join(", ")} />
          <Fact
            term={t("beside")}
            said={others.length === 0 ? t("besideNone") : others.map(({ name }) => name).join(", ")}
          />
        </dl>
      </Panel>
      <Panel title={t("count")}>
        <PromptLists prompts={prompts} version={version} />
      </Panel>
    </>
  );
}

function Fact({ term, said }: { term: string; said: string }) {
  if (said === "") return null;
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="[overflow-wrap:anywhere]">{said}</dd>
    </>
  );
}

function Change({ view: { before, change } }: { view: PromptVersionView }) {
  const t = useText(own);
  const p = useText(probesText);
  if (before === null || change === null) return <p>{t("changeFirst")}</p>;
  const { added, gone, changed, namesAdded, namesGone, namesChanged } = change;
  if ([added, gone, changed, namesAdded, namesGone, namesChanged].every(({ length }) => length === 0))
    return <p>{t("changeNone", { before })}</p>;
  return (
    <>
      <Prompts title={t("added", { count: added.length })} prompts={added} />
      <Prompts title={t("gone", { count: gone.length })} prompts={gone} />
      {changed.length === 0 ? null : (
        <>
          <h3 className="font-semibold">{t("reworded", { count: changed.length })}</h3>
          <ul className="mb-3 list-disc pl-5 [overflow-wrap:anywhere]">
            {changed.map(({ before: old, after }) => (
              <li key={after.id} dir="auto">
                {after.text} ({p(after.kind)}){" "}
                <span className="block text-ink-soft">{t("rewordedFrom", { text: old.text, kind: p(old.kind) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {namesAdded.length === 0 ? null : <p>{t("namesAdded", { names: namesAdded.join(", ") })}</p>}
      {namesGone.length === 0 ? null : <p>{t("namesGone", { names: namesGone.join(", ") })}</p>}
      {namesChanged.length === 0 ? null : <p>{t("namesChanged", { names: namesChanged.join(", ") })}</p>}
    </>
  );
}

function Prompts({ title, prompts }: { title: string; prompts: readonly ProbePrompt[] }) {
  if (prompts.length === 0) return null;
  return (
    <>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mb-3 list-disc pl-5 [overflow-wrap:anywhere]">
        {prompts.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
