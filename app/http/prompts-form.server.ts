import { z } from "zod";
import {
  longestName,
  longestPrompt,
  mostNames,
  mostPrompts,
  promptKinds,
} from "#app/domain/visibility/check-prompts.ts";
import { domainIn, namesIn, partsOf } from "#app/domain/visibility/read-name-lines.ts";
import type { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";

const say = textOf(own, "en");

const lines = z
  .string()
  .max(20_000, own.linesLong)
  .default("")
  .transform((text) => partsOf(text, "lines"));
const list = z
  .string()
  .max(2_000, own.partsLong)
  .default("")
  .transform((text) => partsOf(text, "commas"));
const nameLong = say("nameLong", { most: longestName });
const short = (parts: readonly string[]) => parts.every((part) => part.length <= longestName);
const domains = list.transform((given, context) =>
  given.flatMap((part) => {
    const domain = domainIn(part);
    if (domain === null || !short([domain])) {
      context.addIssue({ code: "custom", message: say("noDomain", { given: part.slice(0, 60) }) });
      return [];
    }
    return [domain];
  }),
);

/** Proposals that were ticked: the kind, a colon, and the words. */
const taken = z
  .array(z.string().max(1_000, own.takenLost), own.takenLost)
  .max(100, own.takenLost)
  .default([])
  .transform((ticked) =>
    ticked.flatMap((each) => {
      const kind = promptKinds.find((known) => each.startsWith(`${known}:`));
      return kind === undefined ? [] : [{ kind, text: each.slice(kind.length + 1).trim() }];
    }),
  );

/** A set to be frozen, or a model to be asked for proposals. */
export const PromptsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("freeze"),
    version: z.coerce.number().int().min(0),
    branded: lines,
    category: lines,
    comparison: lines,
    problem: lines,
    name: z.string(own.nameMissing).trim().min(1, own.nameMissing).max(longestName, nameLong),
    aliases: list.refine(short, nameLong),
    domains,
    competitors: z.string().max(20_000, own.linesLong).default("").transform(namesIn),
    proposals: taken,
  }),
  z.object({ intent: z.literal("propose") }),
]);

type Refusal = Extract<Awaited<ReturnType<typeof savePromptSet>>, { ok: false }>["failure"];

/** What was refused, in words beside the field that mends it. */
export function promptErrors(failure: Refusal, count: number): Record<string, readonly string[]> {
  switch (failure.kind) {
    case "forbidden":
      return { form: [probesText.forbidden] };
    case "unchanged":
      return { form: [own.unchanged] };
    case "changed-meanwhile":
      return { form: [say("changedMeanwhile", { version: failure.version })] };
    case "no-prompts":
      return { category: [own.noPrompts] };
    case "too-many-prompts":
      return { form: [say("tooMany", { most: mostPrompts, count })] };
    case "too-many-names":
      return { competitors: [say("tooManyNames", { most: mostNames })] };
    case "long-name":
      return { competitors: [nameLong] };
    case "names-brand":
    case "long-prompts": {
      const { kind: why, prompts } = failure;
      const ofKind = (kind: string) => prompts.filter((prompt) => prompt.kind === kind);
      const said = (kind: string) => named(ofKind(kind).map(({ text }) => text));
      return Object.fromEntries(
        promptKinds
          .filter((kind) => ofKind(kind).length > 0)
          .map((kind) => [
            kind,
            [
              why === "names-brand"
                ? say("namesBrand", { prompts: said(kind) })
                : say("longPrompts", { most: longestPrompt, prompts: said(kind) }),
            ],
          ]),
      );
    }
  }
}

/** A few prompts in quotes, each by its beginning. */
function named(texts: readonly string[]): string {
  const begun = texts.slice(0, 5).map((text) => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`);
  return `${begun.join(", ")}${texts.length > 5 ? ", …" : ""}`;
}
