/** How often titles that the model has never seen are recognised: one line a set of titles and way of reading them. */
export type TitleAccuracy = {
  readonly sets: readonly {
    /** reported, noisy, alternate. */
    readonly set: string;
    /** `shipped`, or a part or rival measured beside it. */
    readonly by: string;
    /** By name: top1, top3, surerHalf. */
    readonly figures: Readonly<Record<string, number>>;
  }[];
  /** Names of figures, in the order of their first appearance. */
  readonly names: readonly string[];
  /** What belongs to no set. */
  readonly others: Readonly<Record<string, number>>;
};

const sets = ["reported", "noisy", "alternate"];

/** Orders the recorded figures, whatever the build has measured: `reported.top1`, `reported.nearest.top1`. */
export function titleAccuracy(figures: Readonly<Record<string, number>>): TitleAccuracy {
  const found = new Map<string, Record<string, number>>();
  const others: Record<string, number> = {};
  const names = new Set<string>();
  for (const [key, value] of Object.entries(figures)) {
    const [set = "", ...rest] = key.split(".");
    const name = rest.pop();
    if (!sets.includes(set) || name === undefined) {
      others[key] = value;
      continue;
    }
    names.add(name);
    const line = `${set} ${rest.join(".") || "shipped"}`;
    found.set(line, { ...found.get(line), [name]: value });
  }
  return {
    sets: [...found].map(([line, own]) => {
      const [set = "", by = ""] = line.split(" ");
      return { set, by, figures: own };
    }),
    names: [...names],
    others,
  };
}
