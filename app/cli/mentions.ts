import { z } from "zod";
import { findMentions, type Named } from "#app/domain/visibility/find-mentions.ts";
import { type Command, parseOrRefuse, readJson } from "./command.ts";

const named = z.object({
  name: z.string().min(1),
  aliases: z.array(z.string()).nullish(),
  domains: z.array(z.string()).nullish(),
});

const input = z.object({ text: z.string(), brand: named, others: z.array(named).nullish() });

export const command: Command = {
  name: "mentions",
  summary: "does a text name a brand, and whom else",
  example: {
    text: "For cold chain work, Kestrel Freight’s desk in Hamburg is often named; Northbound Haulage is cheaper.",
    brand: { name: "Kestrel Freight", aliases: ["Kestrel"], domains: ["kestrelfreight.example"] },
    others: [{ name: "Northbound Haulage", aliases: [], domains: [] }],
  },
  async run(io) {
    const { text, brand, others } = parseOrRefuse(input, await readJson(io));
    await io.write(`${JSON.stringify(findMentions(text, plain(brand), (others ?? []).map(plain)))}\n`);
  },
};

function plain({ name, aliases, domains }: z.infer<typeof named>): Named {
  return { name, aliases: aliases ?? [], domains: domains ?? [] };
}
