import type { OccupationMatch } from "#app/domain/exposure/exposure-assessment.ts";
import type { FoundOccupation } from "#app/domain/exposure/search-occupations.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { Radios, TextInput } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Named = { readonly onet: string; readonly title: string };

type ConfirmFormProps = {
  candidates: readonly OccupationMatch[];
  /** The occupation in force, when a person chose it. */
  chosen: Named | null;
  search: { readonly query: string; readonly found: readonly FoundOccupation[] } | null;
  errors?: Readonly<Record<string, readonly string[]>>;
};

/** The likeliest occupations of a title, and a search by name for any other. */
export function ConfirmForm({ candidates, chosen, search, errors }: ConfirmFormProps) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  return (
    <div className="space-y-5" id="what-it-is">
      {chosen === null ? null : <p>{t("confirmed", { occupation: chosen.title })}</p>}
      {candidates.length === 0 ? null : (
        <Choose
          id="confirm"
          label={t("confirm")}
          help={t("confirmText")}
          chosen={chosen}
          options={candidates.map(({ onet, title, probability }) => ({
            onet,
            title,
            note: t("probability", { share: f.share(probability) }),
          }))}
          {...(errors === undefined || search !== null ? {} : { errors })}
        />
      )}
      <Form id="find" method="get" action="#what-it-is" enhanced={false} values={{ find: search?.query ?? "" }}>
        <TextInput name="find" label={t("find")} help={t("findHelp")} type="search" required />
        <SubmitButton variant="quiet">{t("findButton")}</SubmitButton>
      </Form>
      {search === null ? null : search.found.length === 0 ? (
        <p role="status">{t("foundNone", { query: search.query })}</p>
      ) : (
        <Choose
          id="found"
          label={t("foundTitle", { query: search.query })}
          help={t("foundHelp")}
          chosen={chosen}
          options={search.found.map(({ onet, title, assessable }) => ({
            onet,
            title,
            note: assessable ? null : t("notAssessable"),
          }))}
          {...(errors === undefined ? {} : { errors })}
        />
      )}
    </div>
  );
}

type ChooseProps = {
  id: string;
  label: string;
  help: string;
  chosen: Named | null;
  options: readonly (Named & { readonly note: string | null })[];
  errors?: Readonly<Record<string, readonly string[]>>;
};

function Choose({ id, label, help, chosen, options, errors }: ChooseProps) {
  const t = useText(exposedRoleText);
  const own = options.some(({ onet }) => onet === chosen?.onet);
  return (
    <Form id={id} hidden={{ intent: "confirm" }} {...(errors === undefined ? {} : { errors })}>
      <Radios
        name="onet"
        label={label}
        help={help}
        required
        options={options.map(({ onet, title, note }) => ({
          value: onet,
          label: title,
          help: note === null ? onet : `${onet} · ${note}`,
        }))}
        {...(own && chosen !== null ? { defaultValue: chosen.onet } : {})}
      />
      <SubmitButton>{t("saveConfirm")}</SubmitButton>
    </Form>
  );
}
