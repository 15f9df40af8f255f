import {
  type HiddenText,
  type HiddenWay,
  heardOnly,
  invisibleTexts,
  type Look,
  readLook,
  readStyleSheet,
} from "./hidden-text.ts";
import { type HtmlElement, rawText, silent, textOf } from "./html-tree.ts";

/** Gathers what people do not see while a page is walked: call `enter` and `leave` for every element, `comment` for comments. */
export type HiddenTracker = {
  enter(element: HtmlElement): void;
  leave(element: HtmlElement): void;
  comment(value: string): void;
  /** Everything found; the body's text is searched for invisible characters. */
  found(bodyText: string): HiddenText[];
};

type Ground = { readonly element: HtmlElement; readonly color: string | null; readonly background: string | null };

const most = 12;
const white = "#ffffff";

export function trackHidden(): HiddenTracker {
  const rules = new Map<string, Look>();
  const grounds: Ground[] = [];
  const found: HiddenText[] = [];
  const comments: HiddenText[] = [];
  let within = 0;
  /** A page without sheets from outside and without any background of its own is black on white. */
  let isPlain = true;

  function wayOf(element: HtmlElement): HiddenWay | null {
    const seen = attributesOf(element);
    if (seen.exempt) return null;
    if (seen.hidden) return "not-displayed";
    const looks = [...seen.classes.map((name) => rules.get(`.${name}`)), rules.get(`#${seen.id}`)];
    looks.push(rules.size > 0 ? rules.get(element.tagName) : undefined);
    if (seen.style !== null) looks.push(readLook(seen.style));
    let color: string | null = null;
    let background: string | null = null;
    for (const look of looks) {
      if (look === undefined) continue;
      if (look.hides !== null) return look.hides;
      color = look.color ?? color;
      background = look.background ?? background;
    }
    if (color === null && background === null) return null;
    const above = grounds.at(-1);
    if (background !== null && background !== white) isPlain = false;
    const ground: Ground = {
      element,
      color: color ?? above?.color ?? null,
      background: background ?? above?.background ?? (isPlain ? white : null),
    };
    grounds.push(ground);
    return color !== null && color === ground.background ? "same-colour" : null;
  }

  return {
    enter(element) {
      const tag = element.tagName;
      if (tag === "style") {
        const css = rawText(element);
        readStyleSheet(css, rules);
        if (/background/i.test(css)) isPlain = false;
      } else if (tag === "link") {
        if (element.attrs.some(({ name, value }) => name === "rel" && /stylesheet/i.test(value))) isPlain = false;
      }
      if (within > 0) {
        within += 1;
        return;
      }
      if (silent.has(tag) || tag === "dialog" || (element.attrs.length === 0 && rules.size === 0)) return;
      const how = wayOf(element);
      if (how === null) return;
      within = 1;
      const text = found.length < most ? textOf(element, 600) : "";
      if (text.length > 20) found.push({ how, text });
    },
    leave(element) {
      if (within > 0) within -= 1;
      if (grounds.at(-1)?.element === element) grounds.pop();
    },
    comment(value) {
      const text = value.slice(0, 600).replace(/\s+/g, " ").trim();
      if (comments.length < most && text.length > 20 && !/^\[if |^<|^\[endif/i.test(text)) {
        comments.push({ how: "comment", text });
      }
    },
    found: (bodyText) => [...found, ...invisibleTexts(bodyText), ...comments],
  };
}

type Seen = {
  readonly hidden: boolean;
  readonly exempt: boolean;
  readonly style: string | null;
  readonly id: string;
  readonly classes: readonly string[];
};

function attributesOf(element: HtmlElement): Seen {
  let hidden = false;
  let style: string | null = null;
  let id = "";
  let classes = "";
  for (const { name, value } of element.attrs) {
    if (name === "hidden") hidden = true;
    else if (name === "style") style = value;
    else if (name === "id") id = value;
    else if (name === "class") classes = value;
  }
  const exempt = classes !== "" && heardOnly.test(classes);
  return { hidden, exempt, style, id, classes: classes === "" ? [] : classes.split(/\s+/, 12) };
}
