/** Where a page sends its readers on to by itself, as written, and after how many seconds. */
export type MetaRefresh = { readonly seconds: number; readonly href: string };

/**
 * Reads the content of `meta http-equiv="refresh"` as the HTML standard does (4.2.5.3, the shared declarative refresh steps): seconds,
 * a separator, perhaps `url=`, an address perhaps in quotes. Null where the content is malformed or only loads the page again.
 */
export function readMetaRefresh(content: string): MetaRefresh | null {
  const parts = /^\s*(?=[\d.])(\d*)[\d.]*(?:\s*[;,]|\s)(.*)$/s.exec(content.slice(0, 4_000));
  if (parts === null) return null;
  const rest = (parts[2] ?? "").trim().replace(/^url\s*=\s*/i, "");
  const quote = /^['"]/.exec(rest)?.[0];
  const href = (quote === undefined ? rest : (rest.slice(1).split(quote)[0] ?? "")).trim();
  return href === "" ? null : { seconds: Number(parts[1] || 0), href };
}
