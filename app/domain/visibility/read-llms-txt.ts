export type LlmsTxt = {
  readonly title: string | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly problems: readonly string[];
};

/** The form that llmstxt.org describes: one H1, an optional quotation, H2 sections with lists of links. It weighs nothing. */
export function readLlmsTxt(text: string): LlmsTxt {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const titles = lines.filter((line) => /^# \S/.test(line));
  const links: { text: string; href: string }[] = [];
  const problems: string[] = [];
  if (/<html[\s>]/i.test(text.slice(0, 500)))
    return { title: null, links, problems: ["It is an HTML page, not a text file."] };
  if (titles.length === 0) problems.push("The first-level heading that names the site is missing.");
  if (titles.length > 1) problems.push("There is more than one first-level heading.");
  let inSection = false;
  for (const line of lines) {
    if (line.startsWith("## ")) inSection = true;
    const link = /^[-*]\s{1,4}\[([^\]]{1,300})\]\(([^)\s]{1,2000})\)/.exec(line);
    if (link === null) continue;
    if (!inSection) problems.push(`A link stands before the first section: ${(link[1] ?? "").slice(0, 60)}.`);
    links.push({ text: link[1] ?? "", href: link[2] ?? "" });
  }
  return { title: titles[0]?.slice(2).trim() ?? null, links, problems: problems.slice(0, 20) };
}
