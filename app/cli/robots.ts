import { z } from "zod";
import { octetsOf, type Robots, readRobotsOctets, verdictOn } from "#app/domain/visibility/read-robots.ts";
import { type Command, parseJson, parseOrRefuse } from "./command.ts";

const row = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  robots: z.string().nullish(),
  robotsBase64: z.string().nullish(),
  agent: z.string(),
  url: z.string(),
});

const remembered = 512;
const batch = 500;

export const command: Command = {
  name: "robots",
  summary: "may this agent fetch this address, by RFC 9309 (NDJSON)",
  example: `${JSON.stringify({ id: "1", robots: "User-agent: GPTBot\nDisallow: /private\n", agent: "GPTBot", url: "https://example.com/private/a" })}\n`,
  async run(io) {
    const files = new Map<string, Robots>();
    let lines = 0;
    let out = "";
    for await (const line of io.lines()) {
      lines += 1;
      const given = parseOrRefuse(row, parseJson(line, `line ${lines}`), `line ${lines}: `);
      const { id, robots, robotsBase64, agent, url } = given;
      const octets =
        robotsBase64 == null ? octetsOf(robots ?? "") : Buffer.from(robotsBase64, "base64").toString("latin1");
      const file = files.get(octets) ?? readRobotsOctets(octets);
      if (files.size >= remembered) files.clear();
      files.set(octets, file);
      const { allowed, rule } = verdictOn(file, agent, url);
      out += `${JSON.stringify({ id: id ?? lines, allowed, rule })}\n`;
      if (lines % batch === 0) {
        await io.write(out);
        out = "";
      }
    }
    await io.write(out);
  },
};
