import { Form } from "@remix-run/react";
import { type DutyView, dutyViews, none } from "#app/domain/compliance/duty-views.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { dutyViewsText } from "#app/strings/en/duty-views.ts";
import { Button } from "../controls/button.tsx";
import { type Option, Select } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";
import { filteredGroups } from "./duty-filter.tsx";

type Kept = Readonly<Record<string, string>>;

export function viewHref(base: string, view: DutyView, kept: Kept): string {
  const search = new URLSearchParams(kept).toString();
  return `${base}/compliance/by/${view}${search === "" ? "" : `?${search}`}`;
}

/** From one way to look at duties to the others; what was filtered stays. */
export function ViewSwitch({ view, kept, base }: { view: DutyView; kept: Kept; base: string }) {
  const t = useText(dutyViewsText);
  return (
    <nav aria-label={t("switch")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <li className="text-ink-soft">{t("switch")}</li>
        {dutyViews.map((one) => (
          <li key={one}>
            <a
              href={viewHref(base, one, kept)}
              className={one === view ? "font-semibold" : "link"}
              aria-current={one === view ? "true" : undefined}
            >
              {t(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ViewFilterProps = {
  kept: Kept;
  view: DutyView;
  base: string;
  loaded: {
    readonly laws: readonly Option[];
    readonly systems: readonly Option[];
    readonly colleagues: readonly { readonly userId: string; readonly name: string }[];
  };
};

/** What the list shows, in the address. */
export function ViewFilter({ kept, view, base, loaded }: ViewFilterProps) {
  const t = useText(dutyViewsText);
  const all = useText(complianceText);
  const colleagues = loaded.colleagues.map(({ userId, name }) => ({ value: userId, label: name }));
  const chosen = (name: string) => (kept[name] === undefined ? {} : { defaultValue: kept[name] });
  return (
    <Form
      method="get"
      action={`${base}/compliance/by/${view}`}
      noValidate
      className="screen-only panel"
      aria-label={t("filterTitle")}
      key={JSON.stringify(kept)}
    >
      {["asOf", "place"].map((name) =>
        kept[name] === undefined ? null : <input key={name} type="hidden" name={name} value={kept[name]} />,
      )}
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Select
          name="state"
          label={all("state")}
          placeholder={t("applying")}
          required
          options={filteredGroups.map((value) => ({ value, label: all(`group_${value}`) }))}
          {...chosen("state")}
        />
        <Select
          name="law"
          label={t("law")}
          placeholder={t("everybody")}
          required
          options={loaded.laws}
          {...chosen("law")}
        />
        <Select
          name="system"
          label={t("system")}
          placeholder={t("everybody")}
          required
          options={[{ value: none, label: t("wholeOrganization") }, ...loaded.systems]}
          {...chosen("system")}
        />
        <Select
          name="owner"
          label={t("owner")}
          placeholder={t("everybody")}
          required
          options={[{ value: none, label: t("nobody") }, ...colleagues]}
          {...chosen("owner")}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="quiet">{all("apply")}</Button>
          <a href={`${base}/compliance/by/${view}`} className="link text-caption">
            {all("reset")}
          </a>
        </div>
      </div>
    </Form>
  );
}
