/** What METHODS asks of each figure of the exposure engine, by its name in the recorded validation. */
export const exposureTargets: Readonly<Record<string, string>> = {
  "exposure.occupations": ">= 890",
  "exposure.rankAll": "> .866",
  "exposure.rankWhiteCollar": "> .77",
  "exposure.intervalCoverage": ".75 - .85",
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
