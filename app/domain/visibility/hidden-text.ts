/** How a text is kept from people's eyes. */
export type HiddenWay =
  | "not-displayed"
  | "tiny"
  | "off-screen"
  | "transparent"
  | "same-colour"
  | "comment"
  | "invisible-characters";

export type HiddenText = { readonly how: HiddenWay; readonly text: string };

/** What a rule of style makes of an element, as far as it can hide text. */
export type Look = {
  readonly hides: Exclude<HiddenWay, "same-colour" | "comment" | "invisible-characters"> | null;
  readonly color: string | null;
  readonly background: string | null;
};

const ways: readonly (readonly [NonNullable<Look["hides"]>, RegExp])[] = [
  ["not-displayed", /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|content-visibility\s*:\s*hidden)/i],
  ["tiny", /(?:^|;)\s*font(?:-size)?\s*:\s*(?:0(?:\.\d+)?|1)(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$|\/)/i],
  ["transparent", /(?:^|;)\s*(?:opacity\s*:\s*0(?:\.0\d*)?\s*(?:!important\s*)?(?:;|$)|color\s*:\s*transparent)/i],
  ["off-screen", /(?:^|;)\s*(?:text-indent|left|right|top|margin-left|margin-top)\s*:\s*-\d{4}/i],
  ["off-screen", /(?:^|;)\s*(?:clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%)/i],
];

/** Reads the declarations of a style attribute or rule. */
export function readLook(declarations: string): Look {
  const style = declarations.slice(0, 1_000);
  const hides = ways.find(([, form]) => form.test(style))?.[0] ?? (isWithoutSize(style) ? "tiny" : null);
  const color = /(?:^|;)\s*color\s*:\s*([^;!]{1,40})/i.exec(style)?.[1];
  const background = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]{1,40})/i.exec(style)?.[1];
  return { hides, color: color === undefined ? null : plainColour(color), background: groundOf(background) };
}

/** A box of no height or width that cuts off what does not fit. */
function isWithoutSize(style: string): boolean {
  return (
    /(?:^|;)\s*overflow\s*:\s*hidden/i.test(style) &&
    /(?:^|;)\s*(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style)
  );
}

function groundOf(background: string | undefined): string | null {
  const first = background?.trim().split(/\s+(?![^(]*\))/)[0];
  return first === undefined || first === "" || /url|gradient|inherit|none|transparent|var\(/i.test(background ?? "")
    ? null
    : plainColour(first);
}

const named: Readonly<Record<string, string>> = { white: "#ffffff", black: "#000000", snow: "#fffafa", red: "#ff0000" };

/** One spelling for each colour: `#fff`, `white` and `rgb(255, 255, 255)` are equal. */
export function plainColour(value: string): string {
  const colour = value.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  const parts = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(colour);
  if (parts !== null) {
    return `#${parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`;
  }
  return named[colour] ?? colour;
}

const mostRules = 3_000;

/** Rules of a style sheet for one class, id or element each (`.a`, `#b`, `p`), as far as they can hide text or set its colours. */
export function readStyleSheet(css: string, into: Map<string, Look>): void {
  const text = css.slice(0, 300_000);
  let at = 0;
  let rules = 0;
  while (rules++ < mostRules) {
    const open = text.indexOf("{", at);
    if (open < 0) return;
    const prelude = text
      .slice(at, open)
      .replace(/\/\*.*?\*\//gs, "")
      .trim();
    if (prelude.startsWith("@")) {
      // What holds on paper, in motion or for some widths only hides nothing from a reader of the page.
      at = /^@layer\b|^@media\s+(?:all|screen)\s*$/i.test(prelude) ? open + 1 : afterBlock(text, open);
      continue;
    }
    const close = text.indexOf("}", open);
    if (close < 0) return;
    const look = readLook(text.slice(open + 1, close));
    if (look.hides !== null || look.color !== null || look.background !== null) {
      for (const selector of prelude.replace(/^}+/, "").split(",").slice(0, 50)) {
        const simple = /^(?:[.#]?[\w-]{1,80}|[a-z]{1,12}\.[\w-]{1,80})$/i.exec(selector.trim())?.[0];
        if (simple !== undefined) into.set(simple.replace(/^[a-z]+(?=\.)/i, ""), look);
      }
    }
    at = close + 1;
  }
}

function afterBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Names of classes that hide text for the sake of people who hear the page. */
export const heardOnly =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|a11y|skip(?:-link|-to)?)(?:$|[\s_-])/i;

/**
 * Characters that nobody sees: letters written as Unicode tags, and long runs of characters without width, in which messages
 * are hidden. Flags of regions use tags rightly; joiners within words are ordinary in many scripts.
 */
export function invisibleTexts(text: string): HiddenText[] {
  const found: HiddenText[] = [];
  if (/[\u{e0000}-\u{e007f}]/u.test(text)) {
    const plain = text.replace(/\u{1f3f4}[\u{e0020}-\u{e007f}]{1,8}/gu, "");
    for (const run of plain.matchAll(/[\u{e0000}-\u{e007f}]{2,4000}/gu)) {
      const letters = [...run[0]].map((each) => String.fromCharCode((each.codePointAt(0) ?? 0) - 0xe0000)).join("");
      found.push({ how: "invisible-characters", text: letters.replace(/[^\x20-\x7e]/g, "") });
    }
  }
  const runs = text.match(/[\u200b-\u200d\u2060-\u2064\ufeff\u00ad]{8,4000}/g) ?? [];
  for (const run of runs.slice(0, 5)) {
    found.push({ how: "invisible-characters", text: `${run.length} characters without width in a row` });
  }
  return found.slice(0, 10);
}
