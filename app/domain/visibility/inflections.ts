import { isCommonWord } from "./common-words.ts";

/** Endings that a word takes in place of its last letters. */
type Change = { readonly givesWay: RegExp; readonly instead: string };

/** A language that changes names in its cases, told by its small words (or by a name's script), and the endings it adds. */
type Cases = {
  readonly language: RegExp;
  /** For names in these letters only. */
  readonly letters: RegExp;
  /** After the whole name. */
  readonly added: string;
  /** Last letters of a word that give way or change inside, and what stands in their place. */
  readonly changes: readonly Change[];
  /** Every word of a name is inflected, as its adjectives are; else its last alone. */
  readonly everyWord: boolean;
  /** Changes of names of several words alone, as of their adjectives; one word changed so would be another word. */
  readonly ofSeveral?: readonly Change[];
  /** Whether the ending makes another English word of an ordinary one: "posts". */
  readonly likeEnglish?: boolean;
};

const latin = /^[\p{Script=Latin}\p{N}\s&.'-]+$/u;
const polishMen = "a|owi|em|iem|u|ie|ów|om|ami|ach";
/** The genitive that German and the Scandinavian languages share. */
const genitive = { letters: latin, added: "(?<![sxzß])s", changes: [], likeEnglish: true } as const;
const cases: readonly Cases[] = [
  {
    language: /(?:^|\s)(?:und|der|die|das|ist|nicht|mit|für|bei)(?=\s)/iu,
    ...genitive,
    everyWord: true,
    ofSeveral: [
      { givesWay: /e$/u, instead: "en|er|em|es" },
      { givesWay: /er$/u, instead: "en|e|em|es" },
    ],
  },
  {
    language: /(?:^|\s)(?:och|är|inte|og|ikke|med|av)(?=\s)/iu,
    ...genitive,
    everyWord: false,
  },
  {
    language: /(?:^|\s)(?:ovat|että|mutta|myös|sekä|jotka|kuin|koska)(?=\s)/iu,
    letters: latin,
    added: "i?(?:n|ta|tä|l[lt]a|l[lt]ä|lle|s[st]a|s[st]ä|ksi|na|nä)|(?<=[aeiouyäö])[aä]|(?<![aeiouyäö])i[aä]",
    changes: [],
    everyWord: false,
  },
  {
    language: /(?:^|\s)(?:že|jsou|který|která|které|protože|nebo|pouze|také|při)(?=\s)/iu,
    letters: latin,
    added: "(?<![aeiouyáéíý])(?:u|e|i|y|em|a|ů|ům|ech|ovi|ové)",
    changes: [
      { givesWay: /a$/u, instead: "y|ě|e|u|o|ou|ám|ami|ách" },
      { givesWay: /o$/u, instead: "a|u|em|ě" },
      { givesWay: /ý$/u, instead: "ého|ému|ým|ém|é" },
      { givesWay: /á$/u, instead: "é|ou" },
    ],
    everyWord: true,
  },
  {
    language: /(?:^|\s)(?:w|z|się|jest|oraz|dla|że|przez|są|jako|który|która|które|także)(?=\s)/iu,
    letters: latin,
    added: "(?<![aeiouy])(?:a|u|owi|i?em|ie|y|om|ami|ach|ów)",
    changes: [
      { givesWay: /a$/u, instead: "y|i|ie|ę|ą|o|om|ami|ach|ej|iej" },
      { givesWay: /ka$/u, instead: "ce" },
      { givesWay: /ga$/u, instead: "dze" },
      { givesWay: /cha$/u, instead: "sze" },
      { givesWay: /ra$/u, instead: "rze" },
      { givesWay: /ta$/u, instead: "cie" },
      { givesWay: /da$/u, instead: "dzie" },
      { givesWay: /ła$/u, instead: "le" },
      { givesWay: /[yi]$/u, instead: "ego|emu|ym|im|iego|iemu" },
      { givesWay: /el$/u, instead: `l(?:${polishMen})` },
      { givesWay: /ek$/u, instead: `k(?:${polishMen})` },
      { givesWay: /ec$/u, instead: `c(?:${polishMen})` },
    ],
    everyWord: true,
  },
  {
    language: /(?:^|\s)(?:ve|bir|için|ile|bu|daha|çok|olarak|gibi|değil)(?=\s)/iu,
    letters: latin,
    added: "n?[ıiuü]n|[dt][ae]n?|y[aeıiuü]|yl[ae]|(?<=[ıiuü])n(?:[dt][ae]n?|[aeıiuü])",
    changes: [{ givesWay: /(?<=[aeıioöuü])k$/u, instead: "ğ(?:[ıiuü]n?|[ae])" }],
    everyWord: false,
  },
  {
    language: /\p{Script=Cyrillic}/u,
    letters: /^[\p{Script=Cyrillic}\p{N}\s&.-]+$/u,
    added: "(?<![аеиоуыэюя])(?:а|у|ом|е|ы|ов|ам|ами|ах|я|ю|ем)",
    changes: [
      { givesWay: /[ая]$/u, instead: "ы|и|е|у|ю|ой|ей|ам|ами|ах" },
      { givesWay: /[ая]я$/u, instead: "ой|ей|ую|юю" },
      { givesWay: /[ыио]й$/u, instead: "ого|его|ому|ему|ым|им|ом|ем" },
      { givesWay: /ь$/u, instead: "я|ю|ем|е|и|ью" },
      { givesWay: /ец$/u, instead: "ц(?:а|у|ом|ем|е)" },
      { givesWay: /[ео]к$/u, instead: "к(?:а|у|ом|е)" },
    ],
    everyWord: true,
  },
  {
    language: /\p{Script=Greek}/u,
    letters: /^[\p{Script=Greek}\p{N}\s&.-]+$/u,
    added: "(?<=[αηάή])ς",
    changes: [
      { givesWay: /[οόαάηή]ς$/u, instead: "ου|ού|ο|ό|α|ά|η|ή" },
      { givesWay: /[οό]$/u, instead: "ου|ού|α|ά|ων|ών" },
    ],
    everyWord: true,
  },
];

/** Shorter names are too often the beginning of another word. */
const shortest = 4;
/** Letters of a word that must stay. */
const shortestStem = 2;
/** Words of a name that are inflected one by one; what is longer keeps its words but the last. */
const mostWords = 4;

type Form = { readonly stem: string; readonly ending: RegExp };

/** The languages of a text that inflect names. */
export function casesIn(text: string): readonly Cases[] {
  return cases.filter(({ language }) => language.test(text));
}

/** How a name may be written in the cases of these languages: a stem and what must follow it. Never sure: it may be another word. */
export function inflectedForms(name: string, languages: readonly Cases[]): Form[] {
  if ([...name].length < shortest) return [];
  const common = isCommonWord(name.toLowerCase());
  return languages.flatMap((language) => {
    if (!language.letters.test(name) || (common && language.likeEnglish === true)) return [];
    const words = name.split(/\s+/u);
    const [first = "", ...rest] = words;
    if (!language.everyWord || rest.length === 0 || words.length > mostWords)
      return formsOf(name, language).map(({ stem, endings }) => ({ stem, ending: endingOf(endings) }));
    const several = { ...language, changes: [...language.changes, ...(language.ofSeveral ?? [])] };
    const tail = rest.map((word) => `[\\s-]{1,3}(?:${written(word, several)})`).join("");
    const whole = { stem: first, endings: "" };
    return [whole, ...formsOf(first, several)].map(({ stem, endings }) => ({
      stem,
      ending: endingOf(`(?:${endings})${tail}`),
    }));
  });
}

type Stem = { readonly stem: string; readonly endings: string };

function formsOf(word: string, { added, changes }: Cases): Stem[] {
  const changed = changes.map(({ givesWay, instead }) => ({ stem: word.replace(givesWay, ""), endings: instead }));
  return [
    { stem: word, endings: added },
    ...changed.filter(({ stem }) => stem !== word && [...stem].length >= shortestStem),
  ];
}

/** A word of a name in all its cases, as a pattern. */
function written(word: string, language: Cases): string {
  const literal = (stem: string) => stem.replace(/[.&+]/gu, "\\$&");
  const forms = formsOf(word, language).map(({ stem, endings }) => `${literal(stem)}(?:${endings})`);
  return [literal(word), ...forms].join("|");
}

const made = new Map<string, RegExp>();
const mostMade = 2_000;

function endingOf(endings: string): RegExp {
  const known = made.get(endings) ?? new RegExp(`(?:${endings})(?![\\p{L}\\p{M}\\p{N}_])`, "iuy");
  if (made.size < mostMade) made.set(endings, known);
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
