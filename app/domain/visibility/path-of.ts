/** Controls, spaces, and what turns the direction of a line or cannot be seen: these keep their codes. */
const unshown = /[\p{C}\p{Z}]/u;

/** Characters of a path that are shown: the start, and as much of the end as tells its neighbours apart. */
const shown = { start: 80, end: 39 };

/** Path and query of an address, as people read a page's name: letters of every script instead of their codes, long ones cut. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  const letters = Array.from(readable(`${pathname}${search}`));
  if (letters.length <= shown.start + shown.end) return letters.join("");
  return `${letters.slice(0, shown.start).join("")}…${letters.slice(-shown.end).join("")}`;
}

function readable(coded: string): string {
  try {
    const read = decodeURI(coded);
    return unshown.test(read) ? coded : read;
  } catch {
    return coded;
  }
}

/** Some paths in words; a long list is cut and says so. */
export function pathsOf(urls: readonly string[], most = 5): string {
  const paths = urls.slice(0, most).map(pathOf).join(", ");
  return urls.length > most ? `${paths} and ${urls.length - most} more` : paths;
}
