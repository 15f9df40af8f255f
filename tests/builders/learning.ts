import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Evidence, Prior } from "#app/domain/learning/evidence.ts";

export function aPrior(over: Partial<Prior> = {}): Prior {
  return { interventionId: "course", scale: "smd", mean: 0.2, sd: 0.3, unit: 1, ...over };
}

export function anOutcome(over: Partial<Evidence> = {}): Evidence {
  return {
    interventionId: "course",
    organization: "kestrel",
    segment: { sector: "logistics", size: "250-999" },
    effect: 0.4,
    variance: 0.04,
    basis: "measured",
    observedOn: "2026-10-01" as IsoDate,
    ...over,
  };
}
