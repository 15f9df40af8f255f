import { fail, ok } from "#app/domain/kernel/result.ts";
import type { Compute } from "#app/services/ports/compute.ts";
import type { Documents, ReportDocument } from "#app/services/ports/documents.ts";
import { chromiumPrinter } from "./chromium-pdf.ts";
import { findChromium } from "./find-chromium.ts";
import { htmlToDefinition } from "./html-to-definition.ts";

type Options = {
  /** A browser named by the deployment; null looks in the usual places. */
  readonly chromiumPath: string | null;
  readonly compute: Pick<Compute, "run">;
  readonly renderHtml: (document: ReportDocument) => string;
  /** Values of the theme's variables, for paper made without a browser. */
  readonly colours: Readonly<Record<string, string>>;
};

/** Paper by the machine's browser; by a worker thread where there is none or it fails. */
export function documents({ chromiumPath, compute, renderHtml, colours }: Options): Documents {
  const executable = findChromium(chromiumPath);
  const printer = executable === null ? null : chromiumPrinter(executable);
  return {
    async reportPdf(document) {
      const html = renderHtml(document);
      if (printer !== null) {
        const bytes = await printer.print(html).catch(() => null);
        if (bytes !== null) return ok({ bytes, type: "application/pdf", tagged: true });
      }
      try {
        const { bytes } = await compute.run("documents", htmlToDefinition(html, colours));
        return ok({ bytes, type: "application/pdf", tagged: false });
      } catch (cause) {
        return fail({ kind: "document-failed", because: cause instanceof Error ? cause.message : String(cause) });
      }
    },
    async close() {
      await printer?.close();
    },
  };
}
