/** A duty without the share of time that was written beside it, 0..1. */
export type ReadShare = { readonly text: string; readonly timeShare?: number };

const weekHours = 40;
const dayHours = 8;
const weekDays = 5;

const about =
  "(?:ca\\.?|circa|approx(?:imately|\\.)?|about|around|etwa|rund|env(?:iron|\\.)?|aprox(?:imadamente|\\.)?|~|≈)?";
const number = "(\\d{1,3}(?:[.,]\\d{1,2})?)";
const percent = "(%|percent|prozent|pour cent|por ciento)";
const hours = "(h|hrs?\\.?|hours?|std\\.?|stunden?|heures?|horas?)";
const days = "(days?|tage?|jours?|d[ií]as?)";
const per = "(?:/|per|a|an|each|pro|die|par|por|a la|al)";
const week = "(week|wk|woche|semaine|sem\\.?|semana)";
const day = "(day|tag|jour|d[ií]a)";
const ofTime =
  "(?: ?(?:of (?:the |your |my )?(?:working |work )?time|der (?:arbeits)?zeit|du temps(?: de travail)?|del tiempo))?";
const amount = `${about} ?${number} ?(?:${percent}${ofTime}|(?:${hours} ?${per} ?(?:${week}|${day}))|(?:${days} ?${per} ?${week}))`;

const inBrackets = new RegExp(`[([] ?${amount} ?[)\\]]`, "iu");
const atStart = new RegExp(`^${amount}(?=[^\\p{L}\\p{N}]|$) ?[-–—:|.,]? ?`, "iu");
const atEnd = new RegExp(`(?:^|(\\p{L}*)( ?[-–—:;,|=] ?| ))${amount}[.;]?$`, "iu");

/** Words after which a percentage says how much is changed, not how much time it takes: "cut scrap by 10 %". */
const measures = new Set(
  "by to of from than least most over under above below within um auf von bis als unter über mindestens de du à a al en un sur hasta por más moins".split(
    " ",
  ),
);

/**
 * Takes the share of time out of a line: `40 % – …`, `… (ca. 20 %)`, `…: 10 h/week`, `… 2 days a week`. A percentage inside the sentence
 * belongs to the sentence. Only the ends of a long line are looked at.
 */
export function readShare(line: string): ReadShare {
  const bracket = inBrackets.exec(line);
  if (bracket !== null) return without(line, bracket.index, bracket[0].length, shareOf(bracket.slice(1)));
  const start = atStart.exec(line.slice(0, 60));
  if (start !== null) return without(line, 0, start[0].length, shareOf(start.slice(1)));
  const from = Math.max(0, line.length - 80);
  const end = atEnd.exec(line.slice(from));
  if (end === null) return { text: line };
  const [matched, before = "", mark = "", ...rest] = end;
  if (mark.trim() === "" && measures.has(before.toLowerCase())) return { text: line };
  return without(line, from + end.index + before.length, matched.length - before.length, shareOf(rest));
}

function without(line: string, at: number, length: number, timeShare: number | null): ReadShare {
  if (timeShare === null) return { text: line };
  return { text: `${line.slice(0, at)} ${line.slice(at + length)}`.replace(/ {2,}/g, " ").trim(), timeShare };
}

/** The groups of `amount`: number, percent, hours, week, day, days, week. Null when it is more than all of the time. */
function shareOf(groups: readonly (string | undefined)[]): number | null {
  const [said = "", asPercent, , , perDay, asDays] = groups;
  const value = Number(said.replace(",", "."));
  const whole =
    asPercent !== undefined ? 100 : asDays !== undefined ? weekDays : perDay !== undefined ? dayHours : weekHours;
  return value > whole ? null : value / whole;
}
