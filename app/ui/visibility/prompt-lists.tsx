import { promptKinds } from "#app/domain/visibility/check-prompts.ts";
import type { ProbePrompt } from "#app/domain/visibility/share-of-answers.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { useText } from "../text/use-text.ts";
import { useProbesBase } from "./probe-tabs.tsx";

type Props = {
  prompts: readonly ProbePrompt[];
  /** The version whose answers a prompt leads to; null for the one in use, "none" where nothing was asked yet. */
  version: number | null | "none";
};

/** The prompts of a set, kind by kind, each with the way to its answers. */
export function PromptLists({ prompts, version }: Props) {
  const p = useText(probesText);
  const base = useProbesBase();
  const query = version === null ? "" : `?version=${version}`;
  return promptKinds.map((kind) => {
    const ofKind = prompts.filter((prompt) => prompt.kind === kind);
    if (ofKind.length === 0) return null;
    return (
      <section key={kind} className="mb-4">
        <h3 className="font-semibold">{p(kind)}</h3>
        <ol className="list-inside list-decimal [overflow-wrap:anywhere]">
          {ofKind.map(({ id, text }) => (
            <li key={id} dir="auto" className="py-0.5">
              {version === "none" ? (
                text
              ) : (
                <a href={`${base}/prompts/${id}${query}`} className="link">
                  {text}
                </a>
              )}
            </li>
          ))}
        </ol>
      </section>
    );
  });
}
