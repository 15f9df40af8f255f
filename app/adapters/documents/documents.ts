import { fail, ok } from "#app/domain/kernel/result.ts";
import type { Compute } from "#app/services/ports/compute.ts";
import type { Documents, ReportDocument } from "#app/services/ports/documents.ts";
import { type Browsers, printPdf } from "./chromium-pdf.ts";
import { htmlToDefinition } from "./html-to-definition.ts";

type Options = {
  /** The machine's browser; null where there is none. */
  readonly browser: Browsers | null;
  readonly compute: Pick<Compute, "run">;
  readonly renderHtml: (document: ReportDocument) => string;
  /** Values of the theme's variables, for paper made without a browser. */
  readonly colours: Readonly<Record<string, string>>;
};

/** Paper by the machine's browser; by a worker thread where there is none or it fails. */
export function documents({ browser, compute, renderHtml, colours }: Options): Documents {
  return {
    async reportPdf(document) {
      const html = renderHtml(document);
      if (browser !== null) {
        const bytes = await browser.use((one) => printPdf(one, html)).catch(() => null);
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
      await browser?.close();
    },
  };
}
