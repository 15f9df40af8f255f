import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { action } from "#app/routes/o.$org.compliance.controls.$control.tsx";
import { loader as download } from "#app/routes/o.$org.compliance.evidence.$evidence.ts";
import type { Deps } from "#app/services/deps.ts";
import { listEvidence } from "#db/repositories/evidence.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { added, anEvidenceDesk } from "#tests/builders/evidence-desk.ts";
import { aZip } from "#tests/builders/workbooks.ts";
import { fakeIdentity } from "#tests/fakes/fake-identity.ts";

type Desk = Awaited<ReturnType<typeof anEvidenceDesk>>;
type Answer = {
  readonly data: { readonly failure: { readonly kind: string; readonly because?: string } };
  readonly init: { readonly status: number };
};

function contextOf(desk: Desk): AppLoadContext {
  const deps = { ...desk.deps, identity: fakeIdentity([desk.adder, desk.reviewer]) } as unknown as Deps;
  return { deps, nonce: "n", requestId: "request-upload", address: "192.0.2.1" } as AppLoadContext;
}

/** Sends a body to the page of a control as its owner. Answers a status and why it was refused. */
async function send(desk: Desk, body: BodyInit, headers: Record<string, string> = {}): Promise<string> {
  const { slug } = desk.organization;
  const request = new Request(`https://groundwork.example/o/${slug}/compliance/controls/ai_inventory`, {
    method: "POST",
    body,
    headers: { "x-test-user": desk.adder.userId, ...headers },
    duplex: "half",
  } as RequestInit);
  const said = await action({ request, params: { org: slug, control: "ai_inventory" }, context: contextOf(desk) });
  if (said instanceof Response) return String(said.status);
  const { data, init } = said as unknown as Answer;
  return `${init.status} ${data.failure.because ?? data.failure.kind}`;
}

function upload(name: string, bytes: string | Buffer, type = "application/pdf"): FormData {
  const form = new FormData();
  form.set("intent", "add-file");
  form.set("name", "Evidence");
  form.set(
    "file",
    new File([typeof bytes === "string" ? Buffer.from(bytes, "latin1") : new Uint8Array(bytes)], name, { type }),
  );
  return form;
}

const parts = (...more: readonly { readonly name: string; readonly text: string | Buffer }[]) =>
  aZip([{ name: "[Content_Types].xml", text: "<Types/>" }, { name: "word/document.xml", text: "<w/>" }, ...more]);

test.each([
  ["an executable called a PDF", upload("report.pdf", "MZ\x90\x00\x03\x00\x00\x00"), "422 program"],
  [
    "a page called a PDF",
    upload("report.pdf", "%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF"),
    "422 two-kinds",
  ],
  ["a page", upload("page.html", "<!doctype html><p>Hello", "text/html"), "422 web-page"],
  ["a drawing called a picture", upload("a.png", "<svg onload='x()'></svg>", "image/png"), "422 drawing"],
  ["a script called a text", upload("a.txt", "#!/bin/sh\nid", "text/plain"), "422 script"],
  ["a text called a PDF", upload("a.pdf", "Only words."), "422 ending-differs"],
  [
    "a document that unpacks to 300 MB",
    upload("a.docx", parts({ name: "word/a.xml", text: Buffer.alloc(300 * 1024 * 1024) })),
    "422 unpacks-too-large",
  ],
  ["a document with macros", upload("a.docx", parts({ name: "word/vbaProject.bin", text: "x" })), "422 macros"],
  ["a document that is cut off", upload("a.docx", parts().subarray(0, 80)), "422 damaged"],
  ["an archive", upload("a.zip", aZip([{ name: "a.txt", text: "x" }])), "422 archive"],
  ["an empty file", upload("a.pdf", ""), "422 empty"],
])("%s is refused with the reason, and nothing of it is kept", async (_name, form, answer) => {
  await using desk = await anEvidenceDesk();
  expect(await send(desk, form)).toBe(answer);
  expect(await listEvidence(desk.deps.db, desk.organization.id)).toEqual([]);
});

test("50 MB are refused by what they say of their size, and also where they say nothing", async () => {
  await using desk = await anEvidenceDesk();
  const size = 50 * 1024 * 1024;
  const endless = () => {
    let left = size;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left <= 0) return controller.close();
        controller.enqueue(new Uint8Array(1024 * 1024));
        left -= 1024 * 1024;
      },
    });
  };
  const type = { "content-type": "multipart/form-data; boundary=x" };
  expect(await send(desk, endless(), { ...type, "content-length": String(size) })).toBe("413 too-large");
  expect(await send(desk, endless(), type)).toBe("413 too-large");
});

test("a document is kept, and answered only as a file to save, to members of its organization alone", async () => {
  await using desk = await anEvidenceDesk();
  expect(await send(desk, upload("Über uns.docx", parts(), "text/html"))).toBe("302");
  const [kept] = await listEvidence(desk.deps.db, desk.organization.id);
  if (kept === undefined) throw new Error("not kept");
  const open = async (user: string) => {
    const { slug } = desk.organization;
    const request = new Request(`https://groundwork.example/o/${slug}/compliance/evidence/${kept.id}`, {
      headers: { "x-test-user": user },
    });
    return download({ request, params: { org: slug, evidence: kept.id }, context: contextOf(desk) });
  };
  const answer = await open(desk.reviewer.userId);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "content-disposition": 'attachment; filename="Uber uns.docx"',
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(parts())).toBe(true);
  await expect(open("somebody-else")).rejects.toMatchObject({ status: expect.any(Number) });
});

test("evidence of another organization cannot be reviewed, removed or read by its id", async () => {
  await using desk = await anEvidenceDesk();
  const theirs = await anOrganizationRow(desk.deps.db, { slug: "their-organization" });
  const id = await added(desk, (await aMemberRow(desk.deps.db, theirs.id)).actor);
  for (const intent of ["accept", "send-back", "remove", "restore"]) {
    const form = new URLSearchParams({ intent, id, version: "1", note: "x" });
    await expect(send(desk, form)).rejects.toMatchObject({ status: 404 });
  }
  const request = new Request("https://groundwork.example/", { headers: { "x-test-user": desk.adder.userId } });
  const params = { org: desk.organization.slug, evidence: id };
  await expect(download({ request, params, context: contextOf(desk) })).rejects.toMatchObject({ status: 404 });
  expect(await listEvidence(desk.deps.db, theirs.id)).toMatchObject([
    { review: "waiting", removedAt: null, version: 1 },
  ]);
});
