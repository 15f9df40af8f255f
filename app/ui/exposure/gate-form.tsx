import type { GateChange } from "#app/domain/exposure/what-would-change.ts";
import { type Gates, gateNames } from "#app/domain/workforce/role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Checkbox } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type GateFormProps = {
  gates: Gates;
  changes: readonly GateChange[];
  version: number;
  errors?: Readonly<Record<string, readonly string[]>>;
};

/** The five circumstances as switches, each with what switching it would do. */
export function GateForm({ gates, changes, version, errors }: GateFormProps) {
  const t = useText(exposureText);
  const f = useFormat();
  return (
    <Form
      id="gates"
      hidden={{ intent: "gates", version: String(version) }}
      {...(errors === undefined ? {} : { errors })}
    >
      {gateNames.map((gate) => {
        const change = changes.find((each) => each.gate === gate);
        const effect =
          change === undefined
            ? undefined
            : t(change.on ? "gateEffectOn" : "gateEffectOff", {
                score: f.share(change.score),
                automatable: f.share(change.automatable),
              });
        return (
          <Checkbox
            key={gate}
            name={gate}
            label={t(gate)}
            defaultChecked={gates[gate] === true}
            {...(effect === undefined ? {} : { help: effect })}
          />
        );
      })}
      <SubmitButton variant="quiet">{t("saveGates")}</SubmitButton>
    </Form>
  );
}
