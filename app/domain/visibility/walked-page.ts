import type { HiddenText } from "./hidden-text.ts";
import type { HtmlNode } from "./html-tree.ts";
import type { MetaRefresh } from "./meta-refresh.ts";
import type { Heading, Link, RobotsMeta } from "./page-facts.ts";
import type { FoundEntity } from "./read-entities.ts";

/** Everything that one walk over the document gathers. */
export type WalkedPage = {
  title: string | null;
  lang: string | null;
  base: string | null;
  readonly metas: Record<string, string>;
  readonly canonical: string[];
  readonly robots: RobotsMeta[];
  readonly hreflang: { lang: string; href: string }[];
  readonly headings: Heading[];
  readonly links: Link[];
  readonly times: { value: string; kind: "published" | "modified" | null }[];
  readonly authors: string[];
  /** Links that say that they lead to the author. */
  authorLinks: number;
  readonly emptyMounts: string[];
  refresh: MetaRefresh | null;
  hidden: readonly HiddenText[];
  readonly noSnippet: { words: number; readonly misplaced: string[] };
  readonly licences: string[];
  charset: string | null;
  /** The tree that was walked, for whoever reads it again. */
  readonly tree: HtmlNode;
  readonly entities: FoundEntity[];
  readonly counts: { lists: number; tables: number; quotations: number; scripts: number; paragraphs: number };
  bodyText: string;
  noscriptText: string;
  maxDepth: number;
  elements: number;
};
