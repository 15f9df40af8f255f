import type { HiddenText } from "./hidden-text.ts";
import type { MetaRefresh } from "./meta-refresh.ts";

/** What a page says about itself, read once from its HTML with scripting off. */
export type Heading = { readonly level: number; readonly text: string };

export type Link = { readonly href: string; readonly text: string; readonly rel: string };

/** A robots meta: `name` in lower case (`robots`, `googlebot`, `bingbot`, …), `content` as written. */
export type RobotsMeta = { readonly name: string; readonly content: string };

export type EntityFormat = "json-ld" | "microdata" | "rdfa";

/** A typed thing in the page's structured data. `type` is empty where the block could not be read. */
export type Entity = {
  readonly type: string;
  readonly format: EntityFormat;
  readonly id: string | null;
  readonly nested: boolean;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** What it states and the page does not show. */
  readonly unseen: readonly string[];
};

/** A date the page gives, and where: `json-ld`, `microdata`, `rdfa`, `meta`, `time`, or `text` for one that readers see. */
export type PageDate = { readonly kind: "published" | "modified"; readonly value: string; readonly from: string };

export type MainText = {
  readonly text: string;
  readonly words: number;
  /** `article` when the extractor found the main part, `body` when the whole body stands in for it. */
  readonly source: "article" | "body";
};

export type PageFacts = {
  readonly url: string;
  readonly status: number;
  readonly title: string;
  readonly description: string | null;
  readonly lang: string | null;
  readonly canonical: readonly string[];
  readonly robots: readonly RobotsMeta[];
  readonly hreflang: readonly { readonly lang: string; readonly href: string }[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly base: string | null;
  readonly counts: {
    readonly lists: number;
    readonly tables: number;
    readonly quotations: number;
    readonly scripts: number;
    readonly paragraphs: number;
  };
  /** All text of the body without scripts, styles and templates; `noscript` counted apart. */
  readonly body: { readonly text: string; readonly words: number };
  readonly noscriptText: string;
  /** Ids of elements that a script is meant to fill and that are empty in the HTML. */
  readonly emptyMounts: readonly string[];
  /** Where the page sends its readers on to by itself. */
  readonly refresh: MetaRefresh | null;
  readonly main: MainText;
  readonly entities: readonly Entity[];
  readonly dates: readonly PageDate[];
  readonly author: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  /** ISO 639-1 where the text says it, else what `lang` declares, else null. */
  readonly language: string | null;
  readonly metas: Readonly<Record<string, string>>;
  /** Text that people do not see, comments and invisible characters among it; what is meant for screen readers is left out. */
  readonly hidden: readonly HiddenText[];
  /** Words under data-nosnippet where it is valid, and the tags where it is not. */
  readonly noSnippet: { readonly words: number; readonly misplaced: readonly string[] };
  /** The Content-Usage header and licences of the RSL kind, as stated. */
  readonly usage: { readonly contentUsage: string | null; readonly licences: readonly string[] };
  /** The Last-Modified header as sent; servers often make it up. */
  readonly lastModified: string | null;
  /** Character sets that the header and the page declare, in lower case. */
  readonly charsets: { readonly header: string | null; readonly page: string | null };
  /** Signs of a text read in the wrong character set, per 1,000 characters. */
  readonly garbled: number;
  /** Whether the author's name leads to a page about them. */
  readonly authorLinked: boolean;
  readonly bytes: number;
  readonly maxDepth: number;
};
