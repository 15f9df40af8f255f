import { calendarText } from "#app/strings/en/calendar.ts";
import { TextInput } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Scope = "all" | "own";

type FeedPanelProps = {
  scope: Scope;
  /** Since when the address is in use; null where there is none. */
  since: string | null;
  /** An address that was just made: it is shown once. */
  made: { readonly scope: Scope; readonly address: string } | undefined;
  ownDuties?: number;
  shown: boolean;
};

/** A secret address for calendar programs: make it, make another in its place, end it. */
export function FeedPanel({ scope, since, made, ownDuties = 0, shown }: FeedPanelProps) {
  const t = useText(calendarText);
  const f = useFormat();
  if (!shown) return null;
  const address = made?.scope === scope ? made.address : null;
  return (
    <Panel title={t(scope === "own" ? "ownFeedTitle" : "feedTitle")}>
      <p className="mb-3 max-w-3xl text-ink-soft">
        {scope === "own" ? `${t("ownFeedCount", { count: ownDuties })} ` : null}
        {t("feedAbout")}
      </p>
      <Form id={`feed-${scope}`} hidden={{ scope }}>
        {address === null ? null : (
          <TextInput name="address" label={t("feedMade")} defaultValue={address} readOnly required />
        )}
        {since === null ? null : <p>{t("feedSince", { date: f.date(since.slice(0, 10)) })}</p>}
        <FormActions>
          <SubmitButton variant="quiet" name="intent" value="create">
            {t(since === null ? "feedCreate" : "feedRenew")}
          </SubmitButton>
          {since === null ? null : (
            <SubmitButton variant="danger" name="intent" value="revoke">
              {t("feedRevoke")}
            </SubmitButton>
          )}
        </FormActions>
      </Form>
    </Panel>
  );
}
