import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, kindFor, officeKindOf, safeFileName } from "#app/domain/compliance/evidence/accepted-files.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const because = (content: ReturnType<typeof contentOf>) => (content.is === "refused" ? content.because : content.is);

test.each([
  ["nothing at all", "", "empty"],
  ["a Windows program", "MZ\x90\x00\x03\x00\x00\x00", "program"],
  ["a Linux program", "\x7fELF\x02\x01", "program"],
  ["a class or a Mac program", "\xca\xfe\xba\xbe\x00\x00", "program"],
  ["a shell script", "#!/bin/sh\nrm -rf /\n", "script"],
  ["a page", "  <!DOCTYPE html><p>Hello", "web-page"],
  ["a page whose script comes late", `${"word ".repeat(9_000)}<script>alert(1)</script>`, "web-page"],
  ["a drawing", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "drawing"],
  ["XML", '<?xml version="1.0"?><a/>', "web-page"],
  ["an archive that is no office file", "\x1f\x8b\x08", "archive"],
  ["an old office file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-office"],
  ["bytes of no kind", "\x00\x01\x02\x03", "unknown-kind"],
  ["a PDF with a page in front of its text", "%PDF-1.7\n<html><body>hi</body></html>\n%%EOF", "two-kinds"],
  ["a PDF with an archive behind it", `%PDF-1.7\n%%EOF\nPK\x05\x06${"\x00".repeat(18)}`, "two-kinds"],
  ["a PDF with a script", "%PDF-1.7\n1 0 obj << /S /JavaScript /JS (app.alert(1)) >>\n%%EOF", "active-pdf"],
  ["half a PDF", "%PDF-1.7\n1 0 obj", "damaged"],
  ["a picture with a page inside", "\x89PNG\r\n\x1a\n<script>alert(1)</script>", "two-kinds"],
  [
    "a mail that carries a program",
    'From: a@example.com\nSubject: x\n\nContent-Disposition: attachment; filename="bill.exe"',
    "program",
  ],
])("%s is refused", (_name, text, why) => {
  expect(because(contentOf(bytes(text)))).toBe(why);
});

test.each([
  ["a PDF", "%PDF-1.7\n1 0 obj << >>\n%%EOF\n", "binary"],
  ["a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"],
  ["a photo", "\xff\xd8\xff\xe0\x00\x10JFIF", "binary"],
  ["an archive to look into", "PK\x03\x04", "office"],
  ["words", "MZ is how this note begins.\r\nCafé", "text"],
  ["words in another encoding", "\xff\xfea\x00b\x00", "text"],
  [
    "a mail with a page as its body",
    "From: a@example.com\nDate: today\nContent-Type: text/html\n\n<html>Hello</html>",
    "text",
  ],
])("%s is looked at further or kept", (_name, text, what) => {
  expect(because(contentOf(bytes(text)))).toBe(what);
});

test("an office file is told by its main part, and refused for macros, objects and programs inside", () => {
  const office = ["[Content_Types].xml", "_rels/.rels"];
  expect(officeKindOf([...office, "word/document.xml"])).toBe("DOCX");
  expect(officeKindOf([...office, "xl/workbook.xml", "xl/worksheets/sheet1.xml"])).toBe("XLSX");
  expect(officeKindOf([...office, "ppt/presentation.xml"])).toBe("PPTX");
  expect(officeKindOf([...office, "word/document.xml", "word/vbaProject.bin"])).toBe("macros");
  expect(officeKindOf([...office, "word/document.xml", "word/embeddings/oleObject1.bin"])).toBe("macros");
  expect(officeKindOf([...office, "word/document.xml", "setup.exe"])).toBe("program");
  expect(officeKindOf(["photos/1.jpg"])).toBe("archive");
});

test("a name has to end as its content does", () => {
  expect(kindFor("PDF", "report.PDF")).toMatchObject({ kind: "PDF", type: "application/pdf" });
  expect(kindFor("text", "report.pdf")).toBe("ending-differs");
  expect(kindFor("PDF", "report.docx")).toBe("ending-differs");
  expect(kindFor("text", "list.csv")).toMatchObject({ kind: "CSV" });
  expect(kindFor("mail", "letter.eml")).toMatchObject({ kind: "EML" });
  expect(kindFor("text", "letter.eml")).toBe("ending-differs");
  expect(kindFor("text", "run.js")).toBe("script");
  expect(kindFor("text", "page.html")).toBe("unknown-ending");
  expect(kindFor("text", "notes")).toBe("unknown-ending");
});

test("a safe name holds no path, no quote, no line break, and keeps its ending", () => {
  expect(safeFileName("../../etc/passwd.txt")).toBe("passwd.txt");
  expect(safeFileName('C:\\docs\\a"b\r\nSet-Cookie: x.pdf')).toBe("a_bSet-Cookie_ x.pdf");
  expect(safeFileName("报告.pdf")).toBe("evidence.pdf");
  expect(safeFileName("...")).toBe("evidence");
  expect(safeFileName(".÷")).toBe("evidence");
  expect(safeFileName(`${"long ".repeat(60)}.pdf`)).toMatch(/^long .{100,108}\.pdf$/);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[A-Za-z0-9 ._()-]+$/);
      expect(safe.length).toBeLessThanOrEqual(121);
      expect(safe.startsWith(".")).toBe(false);
    }),
  );
});

test("whatever the bytes are, looking at them answers", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (some) => {
      expect(["binary", "office", "text", "refused"]).toContain(contentOf(some).is);
    }),
  );
});
