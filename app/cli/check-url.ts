import { z } from "zod";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { type Command, parseJson, parseOrRefuse } from "./command.ts";

const row = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: z.string(),
  dns: z.record(z.string(), z.array(z.string())).nullish(),
});

const example = [
  { id: "1", url: "https://example.com/", dns: { "example.com": ["93.184.216.34"] } },
  { id: "2", url: "http://2130706433/" },
];

export const command: Command = {
  name: "check-url",
  summary: "would the guard fetch this address (NDJSON)",
  example: `${example.map((each) => JSON.stringify(each)).join("\n")}\n`,
  async run(io) {
    let lines = 0;
    for await (const line of io.lines()) {
      lines += 1;
      const { id, url, dns } = parseOrRefuse(row, parseJson(line, `line ${lines}`), `line ${lines}: `);
      const { verdict, reason } = judgeUrl(url, addressesOf(url, dns ?? {}));
      await io.write(`${JSON.stringify({ id: id ?? lines, verdict, reason })}\n`);
    }
  },
};

/** What the given resolver says of the address's host, or null when it says nothing. */
function addressesOf(url: string, dns: Readonly<Record<string, readonly string[]>>): readonly string[] | null {
  if (!URL.canParse(url.trim())) return null;
  const host = plain(new URL(url.trim()).hostname);
  const found = Object.entries(dns).find(([name]) => plain(name) === host);
  return found === undefined ? null : found[1];
}

function plain(host: string): string {
  const lower = host.toLowerCase().replace(/\.$/, "");
  return URL.canParse(`http://${lower}`) ? new URL(`http://${lower}`).hostname : lower;
}
