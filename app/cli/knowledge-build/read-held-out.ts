import { type Candidate, titleMatcher } from "#app/domain/exposure/match-title.ts";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { disturb } from "./disturb-titles.ts";
import type { TitleRow } from "./read-titles.ts";

/** Employers' titles as they stand and mistyped, the long tail as it stands and mistyped. */
export const kinds = ["reported", "noisy", "alternate", "noisyAlternate"] as const;

export type Kind = (typeof kinds)[number];

/** Of the long tail, which is large and counts little in what is fitted, one title in so many is read mistyped as well. */
const fewer = 4;

/** What rosters hold. */
export const employersTitles: ReadonlySet<Kind> = new Set(["reported", "noisy"]);

/** A title held out, as it is asked about. */
export type Asked = {
  readonly kind: Kind;
  readonly asked: string;
  /** Any of them is right. */
  readonly socs: ReadonlySet<string>;
  /** One of its occupation's usual titles, as it stands. */
  readonly isUsual: boolean;
};

/** With what the parts of the model say of it: everything later is fitted to this. */
export type Read = Asked & { readonly found: readonly Candidate[] };

/** SOC codes a title belongs to, by its text in lower case. */
export type Truth = ReadonlyMap<string, ReadonlySet<string>>;

export function socsByTitle(rows: readonly TitleRow[]): Truth {
  return new Map(
    [...groupBy(rows, ({ title }) => title.toLowerCase())].map(([title, own]) => [
      title,
      new Set(own.map(({ onet }) => onet.slice(0, 7))),
    ]),
  );
}

/** Titles held out, each as it stands and most mistyped as well. */
export function askedOf(rows: readonly TitleRow[], truth: Truth): readonly Asked[] {
  return rows.flatMap(({ title, onet, from, isUsual }, at): readonly Asked[] => {
    const socs = truth.get(title.toLowerCase()) ?? new Set([onet.slice(0, 7)]);
    const mistyped = disturb(title);
    if (from === "reported")
      return [
        { kind: "reported", asked: title, socs, isUsual },
        { kind: "noisy", asked: mistyped, socs, isUsual: false },
      ];
    const plain = { kind: "alternate", asked: title, socs, isUsual: false } as const;
    return at % fewer === 0 ? [plain, { ...plain, kind: "noisyAlternate", asked: mistyped }] : [plain];
  });
}

/** Asks the parts of `model` about titles they have not seen, once for all that is fitted and measured. */
export function readHeldOut(model: TitleModel, held: readonly Asked[]): readonly Read[] {
  const matcher = titleMatcher(model);
  return held.map((own) => ({ ...own, found: matcher.candidates(normaliseTitle(own.asked), []) }));
}
