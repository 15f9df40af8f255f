/** What METHODS asks of each figure of the exposure engine, by its name in the recorded validation. */
export const exposureTargets: Readonly<Record<string, string>> = {
  "exposure.occupations": ">= 890",
  "exposure.rankAll": "> .866",
  "exposure.rankWhiteCollar": "> .77",
  "exposure.intervalCoverage": ".75 - .85",
  "exposure.automationRankByTask": "> .30",
  "exposure.automationRankByOccupation": "> .50",
  "titles.row.reported.top1": ">= .80",
  "titles.row.reported.top3": ">= .92",
  "titles.row.reported.surerHalf": ">= .96",
  "titles.row.noisy.top1": ">= .74",
  "titles.row.noisy.top3": ">= .87",
  "titles.title.alternate.top1": ">= .52",
  "titles.title.alternate.top3": ">= .72",
};
