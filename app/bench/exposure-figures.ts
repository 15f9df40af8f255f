import {
  type Agreement,
  type CoverageRow,
  type ExposureValidation,
  type Resampled,
  shippedVariant,
} from "#app/domain/exposure/exposure-validation.ts";
import type { FigureTable } from "./figures.ts";

/** What METHODS asks of each figure of the exposure engine, by its name in the recorded validation. */
export const exposureTargets: Readonly<Record<string, string>> = {
  "exposure.occupations": ">= 890",
  "exposure.rankAll": "> .866",
  "exposure.rankWhiteCollar": "> .77",
  "exposure.intervalCoverage": ".75 - .85",
  "exposure.intervalCoverageWhiteCollar": ".75 - .85",
  "exposure.automationRankByTask": "> .30",
  "exposure.automationRankByOccupation": "> .50",
  "titles.reported.top1": ">= .80",
  "titles.reported.top3": ">= .92",
  "titles.reported.surerHalf": ">= .96",
  "titles.noisy.top1": ">= .74",
  "titles.noisy.top3": ">= .87",
  "titles.alternate.top1": ">= .52",
  "titles.alternate.top3": ">= .72",
  "wordings.within5Points": ">= .95",
  "dutyWordings.within5Points": ">= .95",
};

/** The figures of what ships. */
export function headlines(validation: ExposureValidation): Readonly<Record<string, number>> {
  const shipped = shippedVariant(validation)?.agreement;
  const at80 = validation.coverage.find(({ nominal }: CoverageRow) => nominal === 0.8);
  const shares = validation.automation.variants.find(({ kept }) => kept);
  return {
    occupations: validation.occupations,
    rankAll: shipped?.human.all ?? Number.NaN,
    rankWhiteCollar: shipped?.human.office ?? Number.NaN,
    usageRankAll: shipped?.usage.all ?? Number.NaN,
    usageRankWhiteCollar: shipped?.usage.office ?? Number.NaN,
    usagePerWorkerRankAll: shipped?.usagePerWorker.all ?? Number.NaN,
    usagePerWorkerRankWhiteCollar: shipped?.usagePerWorker.office ?? Number.NaN,
    intervalCoverage: at80?.all ?? Number.NaN,
    intervalCoverageWhiteCollar: at80?.office ?? Number.NaN,
    automationTasks: validation.automation.tasks,
    automationRankByTask: shares?.byTask ?? Number.NaN,
    automationOccupations: validation.automation.occupations,
    automationRankByOccupation: shares?.byOccupation ?? Number.NaN,
    automationHumanTasks: validation.automation.human.tasks,
    automationRankHuman: validation.automation.human.rank,
    automationRankHumanMachineLabels: validation.automation.human.machine,
  };
}

/** Every variant and baseline in a row, the shipped setting of each family starred. */
export function validationTables(validation: ExposureValidation): readonly FigureTable[] {
  return [
    {
      title: `score: rank agreement, all ${validation.occupations} / ${validation.office} white-collar occupations; difference to the shipped [95 %]`,
      head: [
        "family",
        "variant",
        "human",
        "difference, office",
        "usage",
        "difference, office",
        "per worker",
        "difference, office",
      ],
      rows: validation.variants.map(({ family, name, agreement, kept }) => [
        family,
        kept ? `* ${name}` : `  ${name}`,
        ...[agreement.human, agreement.usage, agreement.usagePerWorker].flatMap((own: Agreement) => [
          `${short(own.all)} / ${short(own.office)}`,
          own.difference === null ? "" : gap(own.difference.office),
        ]),
      ]),
    },
    {
      title: `interval: share of human scores inside, ${validation.coverageOf.all} / ${validation.coverageOf.office} occupations that did not set its width`,
      head: ["nominal", "all", "white-collar"],
      rows: validation.coverage.map(({ nominal, all, office }) => [short(nominal), short(all), short(office)]),
    },
    {
      title: `automation share: rank agreement with observed modes, withheld; ${validation.automation.tasks} tasks, ${validation.automation.occupations} occupations`,
      head: ["variant", "by task", "difference", "by occupation", "difference"],
      rows: validation.automation.variants.map(({ name, byTask, byOccupation, difference, kept }) => [
        kept ? `* ${name}` : `  ${name}`,
        short(byTask),
        difference === null ? "" : gap(difference.byTask),
        short(byOccupation),
        difference === null ? "" : gap(difference.byOccupation),
      ]),
    },
  ];
}

function short(value: number): string {
  return value.toFixed(3).replace(/^(-?)0\./, "$1.");
}

function gap({ value, low, high }: Resampled): string {
  return `${value < 0 ? "" : "+"}${short(value)} [${short(low)}, ${short(high)}]`;
}
