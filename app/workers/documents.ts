import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import type { DocumentDefinition } from "#app/services/ports/document-definition.ts";
import { serve } from "./serve.ts";

let prepared = false;

/** Names the two fonts, which are the only files pdfmake may open, and refuses it every address. */
function prepare(): void {
  if (prepared) return;
  const { resolve } = createRequire(import.meta.url);
  const normal = resolve("pdfmake/fonts/Roboto/Roboto-Regular.ttf");
  const bold = resolve("pdfmake/fonts/Roboto/Roboto-Medium.ttf");
  pdfmake.setFonts({ Roboto: { normal, bold, italics: normal, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  prepared = true;
}

const styles = {
  h1: { fontSize: 17, bold: true, margin: [0, 2, 0, 10] },
  h2: { fontSize: 13, bold: true, margin: [0, 16, 0, 6] },
  h3: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
  p: { margin: [0, 0, 0, 6] },
  quiet: { fontSize: 8.5, color: "#5a5e63", margin: [0, 0, 0, 6] },
  table: { fontSize: 8.5, margin: [0, 4, 0, 8] },
  head: { color: "#5a5e63" },
  cell: {},
  end: { alignment: "right" },
};

/** Lays a document out on A4. Rejects on a drawing that cannot be read. */
export async function run({ title, language, content }: DocumentDefinition): Promise<{ bytes: Uint8Array }> {
  prepare();
  const bytes = await pdfmake
    .createPdf({
      info: { title },
      language,
      pageSize: "A4",
      pageMargins: [46, 50, 46, 50],
      defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.25 },
      styles,
      // pdfmake writes into what it lays out.
      content: structuredClone(content),
      footer: (page: number, pages: number) => ({
        text: `${title} · ${page} / ${pages}`,
        alignment: "center",
        fontSize: 8,
        color: "#5a5e63",
        margin: [0, 16, 0, 0],
      }),
    })
    .getBuffer();
  return { bytes: new Uint8Array(bytes) };
}

serve("documents", run);
