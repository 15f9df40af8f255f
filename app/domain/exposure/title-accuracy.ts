/** How often titles that the model has never seen are recognised: one line a split, a set of titles and a way of reading them. */
export type TitleAccuracy = {
  readonly sets: readonly TitleSet[];
  /** Names of figures, in the order of their first appearance. */
  readonly names: readonly string[];
  /** How often probabilities of the first answer come true; `uncalibrated` is employers' titles before the model was calibrated. */
  readonly reliability: readonly TitleReliability[];
  /** What belongs to none of them. */
  readonly others: Readonly<Record<string, number>>;
};

export type TitleSet = {
  /** What was held out together: all titles of the same words, or equal titles only. */
  readonly split: "family" | "title";
  /** reported, usual, noisy, alternate. */
  readonly set: string;
  /** `shipped`, or a part or rival measured beside it. */
  readonly by: string;
  /** By name: titles, top1, top3, surerHalf, meanProbability. */
  readonly figures: Readonly<Record<string, number>>;
};

export type TitleReliability = {
  readonly set: string;
  /** Mean gap between what was said and what came true, each title alike. */
  readonly error: number;
  readonly bins: readonly { readonly forecast: number; readonly observed: number; readonly titles: number }[];
};

const sets = ["reported", "usual", "noisy", "alternate"];
const byTitle = "byTitle.";
const bin = /^(\w+)\.(\d+)\.(forecast|observed|titles)$/;

/** Orders the recorded figures, whatever the build has measured: `reported.top1`, `byTitle.reported.nearest.top1`. */
export function titleAccuracy(figures: Readonly<Record<string, number>>): TitleAccuracy {
  const found = new Map<string, TitleSet & { readonly figures: Record<string, number> }>();
  const reliability = new Map<string, { error: number; bins: Map<number, Record<string, number>> }>();
  const others: Record<string, number> = {};
  const names = new Set<string>();
  const reliabilityOf = (set: string) => {
    const own = reliability.get(set) ?? { error: 0, bins: new Map<number, Record<string, number>>() };
    reliability.set(set, own);
    return own;
  };
  for (const [key, value] of Object.entries(figures)) {
    const split = key.startsWith(byTitle) ? "title" : "family";
    const [set = "", ...rest] = (split === "title" ? key.slice(byTitle.length) : key).split(".");
    const name = rest.pop();
    const [, binned, at, part] = bin.exec(key) ?? [];
    if (binned !== undefined && part !== undefined) {
      const { bins } = reliabilityOf(binned);
      bins.set(Number(at), { ...bins.get(Number(at)), [part]: value });
    } else if (name === "error") {
      reliabilityOf(set).error = value;
    } else if (!sets.includes(set) || name === undefined) {
      others[key] = value;
    } else {
      names.add(name);
      const by = rest.join(".") || "shipped";
      const line = found.get(`${split} ${set} ${by}`) ?? { split, set, by, figures: {} };
      found.set(`${split} ${set} ${by}`, line);
      line.figures[name] = value;
    }
  }
  return {
    sets: [...found.values()],
    names: [...names],
    reliability: [...reliability].map(([set, { error, bins }]) => ({
      set,
      error,
      bins: [...bins].map(([, { forecast = 0, observed = 0, titles = 0 }]) => ({ forecast, observed, titles })),
    })),
    others,
  };
}

/** Standard error of a share of so many titles. */
export function standardError(share: number, titles: number): number {
  return Math.sqrt((share * (1 - share)) / titles);
}
