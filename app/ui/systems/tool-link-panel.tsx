import { toolReportsText } from "#app/strings/en/tool-reports.ts";
import { Select, TextInput } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type LinkProps = {
  link: { readonly since: string; readonly until: string; readonly over: boolean } | null;
  /** An address that was just made: it is shown once. */
  made: string | undefined;
  mayOpen: boolean;
  days: readonly number[];
};

/** The secret address of the form for staff: make it, make another in its place, close it. */
export function ToolLinkPanel({ link, made, mayOpen, days }: LinkProps) {
  const t = useText(toolReportsText);
  const f = useFormat();
  const open = link !== null && !link.over;
  const state =
    link === null
      ? t("shareNone")
      : link.over
        ? t("shareOver", { until: f.date(link.until) })
        : t("shareSince", { since: f.date(link.since), until: f.date(link.until) });
  return (
    <Panel title={t("shareTitle")}>
      <p className="mb-3 max-w-3xl text-ink-soft">{t("shareAbout")}</p>
      <p className="mb-3">
        {state} {mayOpen ? null : t("shareOwner")}
      </p>
      {mayOpen ? (
        <Form id="link">
          {made === undefined ? null : (
            <TextInput name="address" label={t("shareMade")} defaultValue={made} readOnly required />
          )}
          <Select
            name="days"
            label={t("days")}
            options={days.map((count) => ({ value: String(count), label: t("daysOf", { count }) }))}
            defaultValue="30"
            required
          />
          <FormActions>
            <SubmitButton variant="quiet" name="intent" value="open">
              {t(open ? "renew" : "create")}
            </SubmitButton>
            {open ? (
              <SubmitButton variant="danger" name="intent" value="close">
                {t("close")}
              </SubmitButton>
            ) : null}
          </FormActions>
        </Form>
      ) : null}
    </Panel>
  );
}
