import { deflateRawSync } from "node:zlib";

type Entry = { readonly name: string; readonly text: string | Buffer; readonly statedSize?: number };

const zeros = (size: number): Buffer => Buffer.alloc(size);

/** A packed archive of entries, whose stated sizes may lie. */
export function aZip(entries: readonly Entry[]): Buffer {
  const body: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const { name, text, statedSize } of entries) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const local = zeros(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(statedSize ?? bytes.length, 22);
    local.writeUInt16LE(label.length, 26);
    const listed = zeros(46);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(8, 10);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt32LE(statedSize ?? bytes.length, 24);
    listed.writeUInt16LE(label.length, 28);
    listed.writeUInt32LE(offset, 42);
    body.push(local, label, packed);
    index.push(listed, label);
    offset += local.length + label.length + packed.length;
  }
  const end = zeros(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...index, end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet whose `sheetData` is given as XML; `after` follows it, as merged cells do. */
export function aWorkbook(sheetData: string, more: readonly Entry[] = [], after = ""): Buffer {
  const text = `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${after}</worksheet>`;
  return aWorkbookOf({ name: "xl/worksheets/sheet1.xml", text }, more);
}

/** A workbook whose one sheet is any entry. */
export function aWorkbookOf(sheet: Entry, more: readonly Entry[] = []): Buffer {
  return aZip([
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Roles" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    sheet,
    ...more,
  ]);
}

export function aCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
