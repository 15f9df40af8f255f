import { isCommonWord } from "./common-words.ts";

/** A language that changes names in its cases, told by its small words (or by a name's script), and the endings it adds. */
type Cases = {
  readonly language: RegExp;
  /** For names in these letters only. */
  readonly letters: RegExp;
  /** After the whole name. */
  readonly added: string;
  /** Last letters of a name that give way, and what stands in their place. */
  readonly givesWay?: RegExp;
  readonly instead?: string;
};

const latin = /^[\p{Script=Latin}\p{N}\s&.'-]+$/u;
const cases: readonly Cases[] = [
  {
    language: /(?:^|\s)(?:und|der|die|das|ist|nicht|mit|für|bei|och|är|inte|og|ikke|med|av)(?=\s)/iu,
    letters: latin,
    added: "(?<![sxzß])s",
  },
  {
    language: /(?:^|\s)(?:w|z|się|jest|oraz|dla|że|przez|są|jako|który|która|które|także)(?=\s)/iu,
    letters: latin,
    added: "(?<![aeiouy])(?:a|u|owi|i?em|ie|y|om|ami|ach|ów)",
    givesWay: /a$/u,
    instead: "y|i|ie|ę|ą|o|om|ami|ach",
  },
  {
    language: /(?:^|\s)(?:ve|bir|için|ile|bu|daha|çok|olarak|gibi|değil)(?=\s)/iu,
    letters: latin,
    added: "n?[ıiuü]n|[dt][ae]n?|y[aeıiuü]|yl[ae]",
  },
  {
    language: /\p{Script=Cyrillic}/u,
    letters: /^[\p{Script=Cyrillic}\p{N}\s&.-]+$/u,
    added: "(?<![аеиоуыэюя])(?:а|у|ом|е|ы|ов|ам|ами|ах|я|ю|ем)",
    givesWay: /[ая]$/u,
    instead: "ы|и|е|у|ю|ой|ей|ам|ами|ах",
  },
  {
    language: /\p{Script=Greek}/u,
    letters: /^[\p{Script=Greek}\p{N}\s&.-]+$/u,
    added: "(?<=[αηάή])ς",
    givesWay: /[οόαάηή]ς$/u,
    instead: "ου|ού|ο|ό|α|ά|η|ή",
  },
];

/** Shorter names are too often the beginning of another word. */
const shortest = 4;

type Form = { readonly stem: string; readonly ending: RegExp };

/** The languages of a text that inflect names. */
export function casesIn(text: string): readonly Cases[] {
  return cases.filter(({ language }) => language.test(text));
}

/** How a name may be written in the cases of these languages: a stem and what must follow it. Never sure: it may be another word. */
export function inflectedForms(name: string, languages: readonly Cases[]): Form[] {
  const forms: Form[] = [];
  if ([...name].length < shortest || isCommonWord(name.toLowerCase())) return forms;
  for (const { letters, added, givesWay, instead } of languages) {
    if (!letters.test(name)) continue;
    forms.push({ stem: name, ending: endingOf(added) });
    if (givesWay?.test(name) && instead !== undefined)
      forms.push({ stem: name.replace(givesWay, ""), ending: endingOf(instead) });
  }
  return forms;
}

const made = new Map<string, RegExp>();

function endingOf(endings: string): RegExp {
  const known = made.get(endings) ?? new RegExp(`(?:${endings})(?![\\p{L}\\p{M}\\p{N}_])`, "uy");
  made.set(endings, known);
  return known;
}

/** What Arabic and Hebrew write in one word with the next: and, then, with, for, like; and, in, to, from, the, that, like. */
const joined = /(?<![\p{L}\p{M}\p{N}_])(?:[وفبلك]{1,2}(?:ال)?|ال|[ובלמהשכ]{1,2})\u0640?$/u;

/** Whether what stands before a match is only such particles. */
export function followsParticles(text: string, from: number): boolean {
  return joined.test(text.slice(Math.max(0, from - 8), from));
}

/** Names that begin with the Arabic article, behind "for": للراجحي. */
export function afterLi(name: string): readonly string[] {
  return /^ال\p{L}{3}/u.test(name) ? [`لل${name.slice(2)}`] : [];
}
