import { notFound } from "#app/http/ends-the-request.server.ts";
import { numberFrom } from "#app/http/number-from.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { download } from "#app/http/table-file.server.ts";
import { writeWordFile } from "#app/services/work-products/write-word-file.server.ts";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A document to edit elsewhere: the newest version, or the one asked for. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor, params }) => {
  const { searchParams } = new URL(request.url);
  const query = {
    product: params.product ?? "",
    subject: searchParams.get("system") ?? "",
    number: numberFrom(searchParams, "version"),
  };
  const file = await writeWordFile(deps, actor, query);
  if (!file.ok) throw notFound();
  return download(file.value.bytes, `${file.value.name}.docx`, type);
});
