import { countries, placeName, places, sectors } from "#app/domain/tenancy/profile.ts";
import { placesText } from "#app/strings/en/places.ts";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Checkboxes, NumberInput, Select, TextInput } from "../controls/fields.tsx";
import { useFormState } from "../controls/form.tsx";
import { useReader } from "../text/locale.tsx";
import { useText } from "../text/use-text.ts";

const currencies = [
  "EUR",
  "USD",
  "CAD",
  "GBP",
  "CHF",
  "AUD",
  "NOK",
  "SEK",
  "DKK",
  "PLN",
  "CZK",
  "JPY",
  "INR",
  "BRL",
  "SGD",
];

/** The fields of an organization's profile; place them in a `Form`, whose errors and values they take by name. */
export function ProfileFields() {
  const t = useText(tenancyText);
  const { locale } = useReader();
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { values } = useFormState();
  const groups = [
    ["placesEu", places.eu],
    ["placesUs", places.us],
    ["placesCa", places.ca],
    ["placesOther", places.elsewhere],
  ] as const;
  return (
    <>
      <TextInput name="name" label={t("name")} required maxLength={120} autoComplete="organization" />
      <Select
        name="sector"
        label={t("sector")}
        required
        placeholder=""
        options={sectors.map((value) => ({ value, label: t(value) }))}
      />
      <NumberInput name="headcount" label={t("headcount")} help={t("headcountHelp")} required />
      <Select
        name="country"
        label={t("country")}
        required
        placeholder=""
        options={countries
          .map((value) => ({ value, label: names.of(value) ?? value }))
          .sort((a, b) => a.label.localeCompare(b.label, locale))}
      />
      <fieldset className="space-y-2">
        <legend className="font-semibold">{t("places")}</legend>
        <p className="text-caption text-ink-soft">{t("placesHelp")}</p>
        {groups.map(([key, codes]) => (
          <Disclosure key={key} summary={t(key)} open={Array.isArray(values[key]) && values[key].length > 0}>
            <Checkboxes
              name={key}
              label={t(key)}
              compact
              options={codes
                .map((value) => ({ value, label: placeName(value, names, placesText) }))
                .sort((a, b) => a.label.localeCompare(b.label, locale))}
            />
          </Disclosure>
        ))}
      </fieldset>
      <Select
        name="currency"
        label={t("currency")}
        help={t("currencyHelp")}
        required
        defaultValue="EUR"
        options={currencies.map((value) => ({ value, label: value }))}
      />
      <TextInput
        name="website"
        label={t("website")}
        help={t("websiteHelp")}
        type="url"
        inputMode="url"
        autoComplete="url"
      />
    </>
  );
}

/** A profile as the fields above hold it. */
export function profileValues(profile: {
  readonly name: string;
  readonly sector: string | null;
  readonly headcount: number | null;
  readonly country: string | null;
  readonly places: readonly string[];
  readonly currency: string;
  readonly website: string | null;
}) {
  const { places: held, ...rest } = profile;
  const among = (codes: readonly string[]) => held.filter((code) => codes.includes(code));
  return {
    ...rest,
    placesEu: among(places.eu),
    placesUs: among(places.us),
    placesCa: among(places.ca),
    placesOther: among(places.elsewhere),
  };
}
