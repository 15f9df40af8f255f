import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, follow, type Link, link, notFollowed, payloadHash } from "#app/domain/governance/hash-chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function aChain(length: number): Link[] {
  const chain: Link[] = [];
  for (let seq = 1; seq <= length; seq++) {
    chain.push(
      link(sha256, chain.at(-1)?.hash ?? beginning, {
        seq,
        at: `2026-11-22T10:00:0${seq % 10}.000Z`,
        organizationId: seq % 2 ? "org-1" : null,
        actor: "user-1",
        action: "workforce.change-role",
        subject: `role:${seq}`,
        requestId: `request-${seq}`,
        payloadHash: payloadHash(sha256, "salt", { seq }, null),
      }),
    );
  }
  return chain;
}

const followed = (chain: readonly Link[]) => chain.reduce((state, entry) => follow(sha256, state, entry), notFollowed);

test("a chain that nobody touched fits, and its head is the last hash", () => {
  const chain = aChain(12);
  expect(followed(chain)).toEqual({ entries: 12, head: chain[11]?.hash, firstBroken: null });
});

test("the hash of the first entry is SHA-256 of the zeros and its canonical JSON", () => {
  const [first] = aChain(1);
  const json =
    `{"action":"workforce.change-role","actor":"user-1","at":"2026-11-22T10:00:01.000Z","organizationId":"org-1",` +
    `"payloadHash":"${first?.payloadHash}","requestId":"request-1","seq":1,"subject":"role:1"}`;
  expect(first?.hash).toBe(sha256("0".repeat(64) + json));
});

test("one changed character in any field of any entry breaks the chain at that entry", () => {
  const chain = aChain(8);
  const fields = ["at", "organizationId", "actor", "action", "subject", "requestId", "payloadHash", "hash"] as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7 }), fc.constantFrom(...fields), fc.nat(), (at, field, seed) => {
      const entry = chain[at] as Link;
      const text = entry[field] ?? "org-9";
      const place = seed % text.length;
      const changed = text.slice(0, place) + (text[place] === "x" ? "y" : "x") + text.slice(place + 1);
      const broken = chain.map((other, index) => (index === at ? { ...entry, [field]: changed } : other));
      expect(followed(broken).firstBroken).toBe(at + 1);
    }),
  );
});

test("a missing, doubled or moved entry is found", () => {
  const chain = aChain(6);
  expect(followed(chain.filter((_, at) => at !== 2)).firstBroken).toBe(3);
  expect(followed([...chain.slice(0, 3), chain[2] as Link, ...chain.slice(3)]).firstBroken).toBe(4);
  expect(followed([chain[1] as Link, chain[0] as Link, ...chain.slice(2)]).firstBroken).toBe(1);
});

test("equal payloads with other salts have other hashes", () => {
  const after = { email: "ana@example.com" };
  expect(payloadHash(sha256, "a", null, after)).not.toBe(payloadHash(sha256, "b", null, after));
});
