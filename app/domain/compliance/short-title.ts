/** A law's title without its amendments and remarks, where room is short: what stands before the first comma or bracket. */
export function shortTitle(title: string): string {
  return title.split(/,| \(/, 1)[0] ?? title;
}
