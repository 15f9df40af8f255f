import { catalogue } from "../catalogue.ts";

/** The search page and the kinds of what it finds. */
export const searchText = catalogue({
  searchAnswer: "Find a page, a role, a duty or an action",
  searchFound: { one: "{count} result for “{query}”", other: "{count} results for “{query}”" },
  searchNone: "Nothing found for “{query}”",
  searchLabel: "Search for",
  found: "Found",
  kind: "Kind",
  kindPage: "page",
  kindRole: "role",
  kindDuty: "duty",
  kindAction: "action",
});
