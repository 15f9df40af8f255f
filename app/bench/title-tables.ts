import { standardError, titleAccuracy } from "#app/domain/exposure/title-accuracy.ts";
import type { FigureTable } from "./figures.ts";

type Figures = Readonly<Record<string, number>>;

/** Single figures of the title model; the bins of its reliability stand in a table. */
export function titleHeadlines(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !/\.\d+\./.test(name)));
}

/** Titles held out, by what was held out together, ours beside its parts and a usual searcher; and how often probabilities come true. */
export function titleTables(figures: Figures): readonly FigureTable[] {
  const { sets, reliability } = titleAccuracy(figures);
  const splits = [
    ["family", "titles held out by family: no title of the same words was seen"],
    ["title", "titles held out by title: the same title was not seen"],
  ] as const;
  return [
    ...splits.map(
      ([split, title]): FigureTable => ({
        title: `${title}; share right ± standard error`,
        head: ["titles", "read by", "number", "first", "one of three", "surer half"],
        rows: sets
          .filter((line) => line.split === split)
          .map(({ set, by, figures: { titles = 0, top1, top3, surerHalf } }) => [
            set,
            by === "shipped" ? "* ours" : by === "nearest" ? "  nearest (tf-idf)" : `  ${by}`,
            String(titles),
            withError(top1, titles),
            withError(top3, titles),
            withError(surerHalf, titles / 2),
          ]),
      }),
    ),
    {
      title: "titles held out by family: what the probability of the first answer says, and how often it is right",
      head: ["titles", "mean gap", "number", "said", "right"],
      rows: reliability.flatMap(({ set, error, bins }) =>
        bins.map(({ forecast, observed, titles }, at) => [
          at === 0 ? set : "",
          at === 0 ? short(error) : "",
          String(titles),
          short(forecast),
          short(observed),
        ]),
      ),
    },
  ];
}

function withError(share: number | undefined, titles: number): string {
  return share === undefined ? "" : `${short(share)} ± ${short(standardError(share, titles))}`;
}

function short(value: number): string {
  return value.toFixed(3).replace(/^0\./, ".");
}
