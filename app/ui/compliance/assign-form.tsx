import type { ReactNode } from "react";
import { dutyViewsText } from "#app/strings/en/duty-views.ts";
import { Select } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

type AssignFormProps = {
  action: string;
  colleagues: readonly { readonly userId: string; readonly name: string }[];
  /** When the list was read, in milliseconds: what somebody changed later is not overwritten. */
  seenAt: number;
  children: ReactNode;
};

/** Around a list with a tick before each duty: gives the chosen ones to somebody, or takes them away. */
export function AssignForm({ action, colleagues, seenAt, children }: AssignFormProps) {
  const t = useText(dutyViewsText);
  return (
    <Form id="assign" action={action} wide hidden={{ seenAt: String(seenAt) }}>
      {children}
      <Panel title={t("assignTitle")}>
        <div className="max-w-xl space-y-4">
          <Select
            name="owner"
            label={t("assignTo")}
            required
            options={colleagues.map(({ userId, name }) => ({ value: userId, label: name }))}
          />
          <FormActions>
            <SubmitButton name="intent" value="assign">
              {t("assign")}
            </SubmitButton>
            <SubmitButton variant="quiet" name="intent" value="take-away">
              {t("takeAway")}
            </SubmitButton>
          </FormActions>
        </div>
      </Panel>
    </Form>
  );
}
