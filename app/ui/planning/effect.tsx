import type { Forecast } from "#app/domain/kernel/forecast.ts";
import type { Unit } from "#app/strings/format.ts";
import { Figure } from "../figures/figure.tsx";

const units: Readonly<Record<Forecast["scale"], Unit>> = {
  smd: "effect",
  relative: "share",
  "percentage-points": "count",
  hours: "count",
  probability: "share",
};

/** What an action is expected to do, with its 90 % interval and what is measured. */
export function Effect({ forecast }: { forecast: Pick<Forecast, "effect" | "scale" | "measure"> }) {
  return (
    <>
      <Figure estimate={forecast.effect} unit={units[forecast.scale]} />
      <span className="block text-caption text-ink-soft">{forecast.measure}</span>
    </>
  );
}
