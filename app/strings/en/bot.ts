import { catalogue } from "../catalogue.ts";

/** The page to which our agent's name leads. */
export const botText = catalogue({
  title: "GroundworkBot",
  lead: "It reads public pages of a website when a person who uses Groundwork asks for an audit of that site. It reads for no index and trains nothing.",
  mannersTitle: "How it behaves",
  obeys: "It obeys robots.txt as RFC 9309 has it, under the name GroundworkBot.",
  slow: "It makes at most two connections to a host, keeps a quarter of a second between requests, obeys Crawl-delay up to ten seconds, and waits when a server answers with Retry-After.",
  few: "It reads at most 25 pages, or 500 of a site whose owner has shown that it is theirs.",
  other:
    "Up to three pages are fetched again under the names of search agents and of a browser, to see whether they are given the same page. The name says that it is us.",
  rendered: "Where a browser is installed, up to five pages are run in it to count the words that scripts add.",
  none: "It sends no forms, no cookies and no credentials, and keeps no text of a page beyond its first lines.",
  outTitle: "How to keep it out",
  out: "Two lines of robots.txt are enough:",
});
