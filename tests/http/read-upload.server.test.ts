import { expect, test } from "vitest";
import { readUpload } from "#app/http/read-upload.server.ts";

function posted(file: File | string | null, headers: Record<string, string> = {}): Request {
  const form = new FormData();
  if (file !== null) form.set("file", file);
  return new Request("http://localhost/", { method: "POST", body: form, headers });
}

test("a file comes through byte for byte with its name", async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const read = await readUpload(posted(new File([bytes], "röster.csv")), "file", 100_000);
  expect(read.ok && read.value.fileName).toBe("röster.csv");
  expect(read.ok && Buffer.compare(read.value.bytes, bytes)).toBe(0);
});

test("a file over the limit is refused, by its own size and by the body's", async () => {
  const failure = { ok: false, failure: { kind: "too-large" } };
  expect(await readUpload(posted(new File([new Uint8Array(1_001)], "a.csv")), "file", 1_000)).toEqual(failure);
  expect(await readUpload(posted(new File([new Uint8Array(500_000)], "a.csv")), "file", 1_000)).toEqual(failure);
});

test("of 200 MB nothing is kept beyond the limit, and they are read to their end so that the sender hears why", async () => {
  const piece = new Uint8Array(1024 * 1024);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === 200) return controller.close();
      sent += 1;
      controller.enqueue(piece);
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const request = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  expect(await readUpload(request, "file", 20 * 1024 * 1024)).toEqual({ ok: false, failure: { kind: "too-large" } });
  expect(sent).toBe(200);
});

test.each([
  ["no file", posted(null)],
  ["a text in the file's place", posted("hello")],
  ["a form that was sent without choosing", posted(new File([], ""))],
  [
    "a body that is no form",
    new Request("http://localhost/", {
      method: "POST",
      body: "hello",
      headers: { "content-type": "multipart/form-data; boundary=x" },
    }),
  ],
])("%s is a missing file", async (_name, request) => {
  expect(await readUpload(request, "file", 1_000)).toEqual({ ok: false, failure: { kind: "missing" } });
});

test("an empty file is a file, and the reader of tables says that it is empty", async () => {
  const read = await readUpload(posted(new File([], "a.csv")), "file", 1_000);
  expect(read.ok && read.value.bytes.length).toBe(0);
});
