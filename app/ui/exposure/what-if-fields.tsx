import { adoptionOf } from "#app/domain/exposure/project-timeline.ts";
import type { WhatIfDesk } from "#app/domain/exposure/scenario-view.ts";
import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import { gateNames } from "#app/domain/workforce/role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { NumberInput, Select } from "../controls/fields.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { adoptionParameters, adoptionWords } from "./adoption-table.tsx";

type Desk = Pick<WhatIfDesk, "base" | "bounds" | "sources" | "roles" | "departments" | "unnamed">;

/** Each circumstance: whether it holds, and for whom. */
export function GateFields({
  roles,
  departments,
  unnamed,
  fields,
}: Desk & { fields: Readonly<Record<string, string>> }) {
  const t = useText(scenariosText);
  const names = useText(exposureText);
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-heading">{t("circumstances")}</legend>
      {gateNames.map((gate) => (
        <div key={gate} className="space-y-1">
          <label htmlFor={`gate-${gate}`} className="block font-semibold">
            {names(gate)}
          </label>
          <div className="flex flex-wrap gap-2">
            <select id={`gate-${gate}`} name={gate} className="input w-auto" defaultValue={fields[gate] ?? ""}>
              <option value="">{t("asIs")}</option>
              <option value="on">{t("on")}</option>
              <option value="off">{t("off")}</option>
            </select>
            <select
              name={`${gate}-for`}
              className="input w-full min-w-0"
              aria-label={`${names(gate)}: ${t("whom")}`}
              defaultValue={fields[`${gate}-for`] ?? ""}
            >
              <option value="">{t("everyone")}</option>
              {departments.map((name) => (
                <option key={`d:${name}`} value={`d:${name}`}>
                  {t("department", { name })}
                </option>
              ))}
              {roles.map(({ id, title }) => (
                <option key={id} value={`r:${id}`}>
                  {t("role", { name: title })}
                </option>
              ))}
            </select>
          </div>
        </div>
      ))}
      {unnamed.roles + unnamed.departments === 0 ? null : (
        <p className="text-caption text-ink-soft">
          {unnamed.roles === 0 ? null : t("tryRolesLeft", { count: unnamed.roles })}{" "}
          {unnamed.departments === 0 ? null : t("tryDepartmentsLeft", { count: unnamed.departments })}
        </p>
      )}
    </fieldset>
  );
}

type PaceFieldsProps = Desk & { open: boolean; whatIf: WhatIf; onSlide: (name: string, value: string) => void };

/** The named setting and, over it, every parameter within its bounds, each with a slider and where its figure comes from. */
export function PaceFields({ base, bounds, sources, open, whatIf, onSlide }: PaceFieldsProps) {
  const t = useText(scenariosText);
  const f = useFormat();
  const usual = adoptionOf(whatIf.setting, base.headcount, {}, base.model);
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="text-heading">{t("pace")}</legend>
      <Select
        name="setting"
        label={t("setting")}
        required
        options={(["slow", "central", "fast"] as const).map((value) => ({ value, label: t(value) }))}
        defaultValue={whatIf.setting}
      />
      <Disclosure summary={t("finePace")} open={open}>
        <div className="space-y-4">
          {adoptionParameters.map(({ name, share, source }) => {
            const [low, high] = bounds[name];
            const written = share ? 100 : 1;
            const help = {
              low: f.number(low * written, Number.isInteger(low * written) ? 0 : 1),
              high: f.number(high * written),
              usual: adoptionWords(f, usual[name], share),
              source: sources[source] ?? "",
            };
            return (
              <div key={name} className="space-y-1">
                <NumberInput name={name} label={t(name)} help={t(share ? "withinShare" : "within", help)} />
                <input
                  type="range"
                  className="only-with-script slider"
                  aria-label={t("slider", { name: t(name) })}
                  min={low * written}
                  max={high * written}
                  step={share ? 1 : 0.5}
                  value={(whatIf.adoption[name] ?? usual[name]) * written}
                  onChange={(event) => onSlide(name, event.currentTarget.value)}
                />
              </div>
            );
          })}
        </div>
      </Disclosure>
    </fieldset>
  );
}
