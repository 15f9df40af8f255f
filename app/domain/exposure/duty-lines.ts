/** What the lines under a heading of a job description are. */
export type Section = "duties" | "requirements" | "about";

/** One line of a job description without its mark. */
export type DutyLine = { readonly text: string; readonly bullet: boolean };

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  bull: "•",
  middot: "·",
  ndash: "–",
  mdash: "—",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Auml: "Ä",
  Ouml: "Ö",
  Uuml: "Ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  ntilde: "ñ",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
};

/** Text as it was meant: no markup, no control characters, plain spaces, line breaks where a block ends. */
export function plainLines(text: string): readonly string[] {
  return text
    .replace(/<(?:br|\/p|\/li|\/div|\/h[1-6]|\/tr|\/td|li|p|h[1-6])(?:\s[^<>]{0,500})?\/?>/gi, "\n")
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, " ")
    .replace(/&(?:#(\d{1,6})|([a-z]{2,8}));/gi, (whole, code: string | undefined, name: string | undefined) =>
      code === undefined ? (entities[name ?? ""] ?? whole) : String.fromCodePoint(Math.min(0xffff, Number(code))),
    )
    .normalize("NFC")
    .split(/\r\n|[\n\r\u2028\u2029\v\f]/)
    .map((line) =>
      line
        .replace(/[\p{Cc}\p{Cf}\ufffd\p{Zs}]+/gu, " ")
        .replace(/％/g, "%")
        .trim(),
    )
    .filter((line) => line !== "");
}

const mark =
  /^(?:>\s?)*(?:[-–—*•●▪■□◦○‣⁃·∙➢➤►▶✓✔☑◆◇❖→⇒»+]+\s*|\p{Extended_Pictographic}\ufe0f?\s*|o\s+|\(?\d{1,3}(?:\.\d{1,2})*[.)、]\s*(?=\D)|\(?[a-z][.)]\s+|\(?[ivx]{1,4}[.)]\s+)/u;

/** A line with its mark or number taken off. Lines that only go on where a marked line broke are joined to it. */
export function readLines(text: string): readonly DutyLine[] {
  const lines: DutyLine[] = [];
  for (const raw of plainLines(text)) {
    const found = mark.exec(raw);
    const before = lines.at(-1);
    if (found !== null) lines.push({ text: raw.slice(found[0].length).trim(), bullet: true });
    else if (before?.bullet && /^\p{Ll}/u.test(raw) && !/[.;:!?]$/.test(before.text))
      lines[lines.length - 1] = { bullet: true, text: `${before.text} ${raw}` };
    else lines.push({ text: raw, bullet: false });
  }
  return lines;
}

const headings: Readonly<Record<Section, ReadonlySet<string>>> = {
  duties: words(
    "responsibilities|duties|tasks|job duties|accountabilities|what you will do|what youll do|what you do|your role|the role|role|job description|your day|aufgaben|aufgabengebiet|aufgabenbereich|tätigkeiten|ihre rolle|das erwartet dich|das erwartet sie|was dich erwartet|was sie erwartet|das machst du|missions|responsabilités|tâches|activités|le poste|votre rôle|vos missions|funciones|responsabilidades|tareas|el puesto|tu misión",
  ),
  requirements: words(
    "requirements|qualifications|skills|your profile|profile|what you bring|who you are|experience|education|must have|nice to have|about you|required skills|competencies|anforderungen|anforderungsprofil|profil|ihr profil|dein profil|qualifikation|qualifikationen|voraussetzungen|was du mitbringst|was sie mitbringen|das bringst du mit|das bringen sie mit|profil recherché|votre profil|compétences|exigences|formation|qualités|requisitos|perfil|tu perfil|formación|competencias|experiencia|conocimientos",
  ),
  about: words(
    "about us|about the company|who we are|benefits|what we offer|we offer|our offer|perks|salary|compensation|how to apply|contact|equal opportunity|location|reports to|über uns|wir bieten|das bieten wir|was wir bieten|unser angebot|benefits für dich|kontakt|bewerbung|gehalt|à propos|à propos de nous|qui sommes nous|nous offrons|avantages|rémunération|sobre nosotros|quiénes somos|ofrecemos|qué ofrecemos|beneficios|salario|contacto",
  ),
};

const qualifiers =
  /^(?:key|main|core|essential|primary|general|daily|minimum|preferred|required|your|our|job|ihre|deine|unsere|ihr|vos|votre|nos|les|tus|sus|las|los|principales|principal|wesentliche|hauptsächliche)\s/;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split("|"));
}

/** A heading with what its section is; null for one that names no section we know. */
export type Heading = { readonly text: string; readonly section: Section | null; readonly rest: string };

const longestHeading = 60;

/** Reads a line as a heading, alone or before the first thing under it: `Responsibilities: …`. Null when it is none. */
export function readHeading({ text, bullet }: DutyLine): Heading | null {
  const colon = text.slice(0, longestHeading).search(/[:：]/);
  const name = colon < 0 ? text : text.slice(0, colon);
  if (name.length > longestHeading) return null;
  const section = sectionOf(name);
  if (colon >= 0) {
    const rest = text.slice(colon + 1).trim();
    if (section !== null) return { text: name, section, rest };
    return rest === "" ? { text: name, section: null, rest: "" } : null;
  }
  return section === null || bullet ? null : { text, section, rest: "" };
}

function sectionOf(name: string): Section | null {
  const plain = name
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  const tries = new Set([plain]);
  let rest = plain;
  while (qualifiers.test(rest)) {
    rest = rest.replace(qualifiers, "");
    tries.add(rest);
  }
  for (const each of [...tries])
    for (const part of each.split(/ (?:and|und|et|y|e|sowie) /)) tries.add(part.replace(qualifiers, ""));
  for (const section of ["requirements", "about", "duties"] as const)
    for (const each of tries) if (headings[section].has(each)) return section;
  return null;
}
