import type { ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { aDuty, anInstrument, anObligation, anObligationPack, day } from "./obligations.ts";

const always: Rule = { always: true };
const publicBody: Rule = { fact: "org.public_body", op: "eq", value: true };
const hires: Rule = { fact: "system.uses", op: "has_any", value: ["hiring"] };
const cite = [{ title: "Example Act" }];

type Changed = { readonly keepFrom?: string; readonly evidence?: readonly string[]; readonly without?: boolean };

/**
 * A pack with a duty of everybody (`keep`), one of public bodies (`open-data`), one of systems that hire (`notice`), and one that
 * begins on 1 March 2027 (`later`). Its next version may date `keep` otherwise, ask for other evidence, and lose `open-data`.
 */
export function aChangingPack(version: string, { keepFrom, evidence, without = false }: Changed = {}): ObligationPack {
  const history = (from: string, duty = aDuty()) => [{ from: day(from), value: duty, cite }];
  const keep = aDuty({ title: "Keep a register", ...(evidence === undefined ? {} : { evidence }) });
  const duties = [
    anObligation(always, { id: "keep", history: history(keepFrom ?? "2026-01-01", keep) }),
    ...(without ? [] : [anObligation(publicBody, { id: "open-data", history: history("2026-02-01") })]),
    anObligation(hires, { id: "notice", history: history("2026-03-01", aDuty({ title: "Tell candidates" })) }),
    anObligation(always, { id: "later", history: history("2027-03-01", aDuty({ title: "Publish a summary" })) }),
  ];
  return { ...anObligationPack([anInstrument(duties)]), version };
}
