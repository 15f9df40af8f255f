import { promptKinds } from "#app/domain/visibility/check-prompts.ts";
import type { Named } from "#app/domain/visibility/find-mentions.ts";
import type { ProbePrompt, PromptKind } from "#app/domain/visibility/share-of-answers.ts";
import { probePromptsText as own } from "#app/strings/en/probe-prompts.ts";
import { probesText } from "#app/strings/en/probes.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { Checkboxes, TextArea, TextInput } from "../controls/fields.tsx";
import { Form, type FormValues, SubmitButton } from "../controls/form.tsx";
import { useText } from "../text/use-text.ts";

type BrandSetting = { readonly brand: Named; readonly others: readonly Named[] };

type Props = {
  /** The version in front of the person, 0 for a draft: a form from before another version is refused. */
  version: number;
  prompts: readonly ProbePrompt[];
  setting: BrandSetting | null;
  usualCounts: Readonly<Record<PromptKind, number>>;
  /** What a model proposed and the set lacks. */
  proposals: readonly { readonly kind: string; readonly text: string }[];
  /** What was typed and what was wrong with it, where it was refused. */
  refused: { readonly errors: FieldErrors; readonly values: FormValues | null } | null;
};

/** The set to edit, a prompt a line, whose mentions count, and the proposals to take: what freezes a version. */
export function PromptForm({ version, prompts, setting, usualCounts, proposals, refused }: Props) {
  const t = useText(own);
  const p = useText(probesText);
  const of = (kind: PromptKind) => prompts.filter((prompt) => prompt.kind === kind).map(({ text }) => text);
  const typed = {
    ...Object.fromEntries(promptKinds.map((kind) => [kind, of(kind).join("\n")])),
    name: setting?.brand.name ?? "",
    aliases: (setting?.brand.aliases ?? []).join(", "),
    domains: (setting?.brand.domains ?? []).join(", "),
    competitors: (setting?.others ?? [])
      .map((other) => [other.name, ...(other.aliases ?? []), ...(other.domains ?? [])].join(", "))
      .join("\n"),
  };
  return (
    <Form
      id="freeze"
      wide
      errors={refused?.errors}
      values={refused?.values ?? typed}
      hidden={{ intent: "freeze", version: String(version) }}
    >
      <div className="grid gap-5 md:grid-cols-2">
        <TextInput name="name" label={t("brandName")} required />
        <TextInput name="aliases" label={t("brandAliases")} />
        <TextInput name="domains" label={t("brandDomains")} />
        <TextArea name="competitors" label={t("competitors")} help={t("competitorsHelp")} rows={4} />
      </div>
      <p className="text-ink-soft">{t("help")}</p>
      {promptKinds.map((kind) => (
        <TextArea
          key={kind}
          name={kind}
          label={t("groupOf", { kind: p(kind), count: of(kind).length, usual: usualCounts[kind] })}
          rows={Math.max(4, of(kind).length + 1)}
        />
      ))}
      {proposals.length === 0 ? null : (
        <Checkboxes
          name="proposals"
          label={t("proposalsTake")}
          help={t("proposalsTakeHelp")}
          options={proposals.map(({ kind, text }) => ({
            value: `${kind}:${text}`,
            label: text,
            help: p(kind as PromptKind),
          }))}
        />
      )}
      <SubmitButton>{t("freeze")}</SubmitButton>
    </Form>
  );
}
