import { gzipSync } from "node:zlib";
import { z } from "zod";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { inspectPage } from "#app/domain/visibility/inspect-page.ts";
import { type PageReport, pageReport } from "#app/domain/visibility/page-report.ts";
import { type Command, parseOrRefuse, readJson } from "./command.ts";

const input = z.object({
  url: z.string().min(1),
  html: z.string(),
  headers: z
    .record(z.string(), z.union([z.string(), z.array(z.string()).transform((values) => values.join(", "))]))
    .nullish(),
  status: z.number().int().nullish(),
  asOf: z.iso.date().nullish(),
});

export const command: Command = {
  name: "audit-page",
  summary: "one page: score, checks, facts, main text, structured data; no network",
  example: {
    url: "https://www.example.com/guides/pallets",
    html: '<!doctype html><html lang="en"><head><title>Pallet sizes</title><link rel="canonical" href="https://www.example.com/guides/pallets"></head><body><h1>Pallet sizes</h1><p>A EUR pallet is 1,200 by 800 mm.</p></body></html>',
    headers: { "content-type": "text/html" },
    status: 200,
  },
  async run(io) {
    const { url, html, headers, status, asOf } = parseOrRefuse(input, await readJson(io));
    const { visibilityChecks: pack } = await import("#app/knowledge/visibility-checks/index.ts");
    const context = nothingMeasured(asOf == null ? isoDateOf(new Date()) : (asOf as ReturnType<typeof isoDateOf>));
    const page = { url, html, headers: headers ?? {}, status: status ?? 200 };
    const report: PageReport = pageReport(inspectPage({ page, context, pack }, (text) => gzipSync(text).length));
    await io.write(`${JSON.stringify(report)}\n`);
  },
};
