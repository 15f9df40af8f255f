import type { DigestChoice } from "#app/domain/compliance/digest.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { Radios } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

/** Whether letters tell of changes: nobody gets any without having asked. */
export function DigestPanel({ digest, hasAccount }: { digest: DigestChoice; hasAccount: boolean }) {
  const t = useText(radarText);
  return (
    <Panel title={t("digestTitle")}>
      <p className="mb-3 text-ink-soft">{t(hasAccount ? "digestLead" : "digestGuest")}</p>
      {hasAccount ? (
        <Form id="digest">
          <Radios
            name="digest"
            label={t("digestLabel")}
            defaultValue={digest}
            required
            options={[
              { value: "off", label: t("digest_off") },
              { value: "weekly", label: t("digest_weekly") },
              { value: "on-change", label: t("digest_onChange") },
            ]}
          />
          <FormActions>
            <SubmitButton variant="quiet" name="intent" value="digest">
              {t("digestSave")}
            </SubmitButton>
          </FormActions>
        </Form>
      ) : null}
    </Panel>
  );
}
