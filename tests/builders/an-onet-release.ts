import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tabs = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join("\t")).join("\r\n")}\r\n`;

/** The files of a small release in the published form. Codes are real; every task and title in it is our own invention. */
export function releaseTexts(): Record<string, string> {
  return {
    "Read Me.txt": "O*NET 30.1 Database\nAn invented release for tests\n",
    "Occupation Data.txt": tabs([
      ["O*NET-SOC Code", "Title", "Description"],
      ["43-3051.00", "People who run the payroll", "Invented."],
      ["43-9061.00", "People who keep an office going", "Invented."],
      ["99-9999.00", "People of no pack", "Invented."],
    ]),
    "DWA Reference.txt": tabs([
      ["Element ID", "Element Name", "IWA ID", "IWA Title", "DWA ID", "DWA Title"],
      ["4.A.3.b.6", "Invented", "4.A.3.b.6.I01", "Invented", "4.A.3.b.6.I01.D01", "Invented"],
      ["4.A.2.a.2", "Invented", "4.A.2.a.2.I02", "Invented", "4.A.2.a.2.I02.D01", "Invented"],
    ]),
    "Tasks to DWAs.txt": tabs([
      ["O*NET-SOC Code", "Task ID", "DWA ID", "Date", "Domain Source"],
      ["43-3051.00", "1", "4.A.3.b.6.I01.D01", "11/2026", "Analyst"],
      ["43-3051.00", "1", "4.A.2.a.2.I02.D01", "11/2026", "Analyst"],
      ["43-3051.00", "2", "4.A.2.a.2.I02.D01", "11/2026", "Analyst"],
    ]),
    "Task Statements.txt": tabs([
      ["O*NET-SOC Code", "Task ID", "Task", "Task Type", "Incumbents Responding", "Date", "Domain Source"],
      ["43-3051.00", "1", "Lay the pay slips of the month on the blue pile.", "Core", "10", "11/2026", "Incumbent"],
      ["43-3051.00", "2", "Ask the drivers which hours they forgot.", "Supplemental", "10", "11/2026", "Incumbent"],
      ["43-3051.00", "3", "Water the plant – twice a week.", "", "10", "11/2026", "Incumbent"],
      ["43-9061.00", "4", "Find the key of the archive.", "Core", "10", "11/2026", "Incumbent"],
      ["99-9999.00", "5", "Do what nobody knows.", "Core", "10", "11/2026", "Incumbent"],
    ]),
    "Task Ratings.txt": tabs([
      ["O*NET-SOC Code", "Task ID", "Scale ID", "Category", "Data Value", "N"],
      ["43-3051.00", "1", "IM", "n/a", "4.21", "10"],
      ["43-3051.00", "1", "FT", "1", "33.00", "10"],
      ["43-3051.00", "77", "IM", "n/a", "2.00", "10"],
    ]),
  };
}

/** A folder with those files; `change` alters or drops some (null) before they are written. */
export function aReleaseFolder(change: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-release-"));
  for (const [name, text] of Object.entries({ ...releaseTexts(), ...change }))
    if (text !== null) writeFileSync(join(folder, name), text);
  return folder;
}
