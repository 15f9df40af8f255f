import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { Select, TextInput } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

export type ToolGroupView = {
  readonly key: string;
  readonly tool: string;
  readonly ids: readonly string[];
  readonly purposes: readonly string[];
  readonly data: readonly string[];
  readonly template: string | null;
  readonly existing: string | null;
};

type GroupProps = {
  group: ToolGroupView;
  systems: readonly { readonly value: string; readonly label: string }[];
  /** What was wrong with the decision just sent for this tool. */
  error: { readonly field: "reason" | "system"; readonly message: string } | null;
};

const shownPurposes = 12;

/** The reports of one tool, and the three ways to decide them. */
export function ToolGroup({ group, systems, error }: GroupProps) {
  const t = useText(toolReportsText);
  const { key, tool, ids, purposes, data, template, existing } = group;
  const hidden = { key, ids: ids.join(" ") };
  const errors = (field: "reason" | "system") => (error?.field === field ? { [field]: [error.message] } : null);
  return (
    <Panel title={`${tool} · ${t("reports", { count: ids.length })}`}>
      <dl className="space-y-1">
        <div>
          <dt className="inline font-semibold">{t("usedFor")}: </dt>
          <dd className="inline">{purposes.slice(0, shownPurposes).join("; ")}</dd>
        </div>
        <div>
          <dt className="inline font-semibold">{t("given")}: </dt>
          <dd className="inline">{data.length === 0 ? t("nothingSaid") : data.join("; ")}</dd>
        </div>
      </dl>
      <p className="mt-2 text-ink-soft">
        {template === null ? t("unknown") : t("known", { name: template })} {existing === null ? null : t("isThere")}
      </p>
      <div className="mt-3 grid grid-cols-1 gap-4 lg:grid-cols-3">
        <Form id={`add-${ids[0]}`} hidden={hidden}>
          <SubmitButton variant={existing === null ? "primary" : "quiet"} name="intent" value="add">
            {t("add")}
          </SubmitButton>
        </Form>
        {systems.length === 0 ? null : (
          <Form id={`merge-${ids[0]}`} hidden={hidden} errors={errors("system")}>
            <Select name="system" label={t("mergeInto")} options={systems} defaultValue={existing ?? ""} required />
            <FormActions>
              <SubmitButton variant={existing === null ? "quiet" : "primary"} name="intent" value="merge">
                {t("merge")}
              </SubmitButton>
            </FormActions>
          </Form>
        )}
        <Form id={`dismiss-${ids[0]}`} hidden={hidden} errors={errors("reason")}>
          <TextInput name="reason" label={t("dismissReason")} maxLength={300} required />
          <FormActions>
            <SubmitButton variant="quiet" name="intent" value="dismiss">
              {t("dismiss")}
            </SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Panel>
  );
}
