import type { UserId } from "#app/domain/kernel/ids.ts";

/** Somebody of Kestrel Freight. None of them exists: they have a name and no password, and no letter reaches `.invalid`. */
export type Colleague = {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: "editor" | "viewer";
};

function aColleague(code: string, name: string, role: Colleague["role"]): Colleague {
  const email = `${code}@kestrelfreight.invalid`;
  return { userId: `demonstration/${code}` as UserId, name, email, role };
}

/** Who keeps the register of duties, and does what nobody else is named for. */
export const counsel = aColleague("counsel", "Inga Petersen", "editor");
/** Who looks at evidence that counsel added. */
export const reviewer = aColleague("audit", "Tom Whitaker", "editor");
export const it = aColleague("it", "Deniz Aydin", "editor");
export const hr = aColleague("hr", "Claire Fournier", "editor");
export const operations = aColleague("operations", "Marek Nowak", "viewer");

export const colleagues: readonly Colleague[] = [counsel, reviewer, it, hr, operations];

/** Who answers for the duties of which law, as far as they apply. The rest is still to be given to somebody. */
export const ownersOfLaws: readonly { readonly owner: Colleague; readonly laws: readonly string[] }[] = [
  { owner: counsel, laws: ["eu-gdpr", "ca-pipeda"] },
  { owner: it, laws: ["eu-ai-act"] },
  { owner: hr, laws: ["de-betrvg", "ca-on-esa", "us-il-hb3773", "eu-pay-transparency"] },
  { owner: operations, laws: ["us-il-bipa", "eu-info-consult"] },
];
