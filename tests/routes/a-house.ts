import type { Database } from "#db/client.server.ts";
import { anIdentity } from "#tests/builders/an-identity.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

export const ana = { name: "Ana Ruiz", email: "ana@example.com", password: "a quiet harbour at dusk" };

/** Everything behind the doors, with letters that can be read. */
export async function aHouse(db: Database) {
  const { identity, mail, origin } = anIdentity(db);
  const deps = await testDeps(db, { identity, mail, origin, now: () => new Date() });
  /** The path of the link in the newest letter whose subject has the word. */
  async function linkOf(word: string): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const letter = mail.sent.findLast(({ subject }) => subject.includes(word));
      const link = letter?.text.match(/https?:\/\/\S+/)?.[0];
      if (link) return link;
      await new Promise((later) => setTimeout(later, 10));
    }
    throw new Error(`no letter about ${word}`);
  }
  return { deps, mail, linkOf };
}

/** What stands behind the question mark of a letter's link. */
export const query = (link: string) => Object.fromEntries(new URL(link).searchParams);
