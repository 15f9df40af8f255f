import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { Resolver } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { objectionToAddress } from "#app/domain/visibility/judge-address.ts";
import { isLoopback } from "#app/domain/visibility/judge-url.ts";

/** A name leads to an address that must not be dialled. */
export class AddressRefused extends Error {}

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export function systemResolve(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(hostname, { all: true, verbatim: true }, (cause, addresses) =>
      cause ? reject(cause) : resolve(addresses),
    );
  });
}

/** TXT records of a name: a question to the resolver, never a connection to what the name leads to. */
export async function systemResolveTxt(hostname: string): Promise<readonly string[]> {
  const records = await new Resolver({ timeout: 3_000, tries: 2 }).resolveTxt(hostname).catch(() => []);
  return records.map((parts) => parts.join(""));
}

/**
 * The lookup that the socket itself uses: what it returns is what is dialled, so a name cannot change its address between the
 * question and the call. One bad address among many refuses the name.
 */
export function guardedLookup(
  resolve: Resolve,
  allowLoopback: boolean,
  onDial: ((hostname: string) => void) | undefined,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        for (const { address } of addresses) {
          const objection = allowLoopback && isLoopback(address) ? null : objectionToAddress(address);
          if (objection === null) continue;
          callback(new AddressRefused(`${hostname} leads to ${objection}`), "", 0);
          return;
        }
        const [first] = addresses;
        onDial?.(hostname);
        if (first === undefined)
          callback(Object.assign(new Error(`no address for ${hostname}`), { code: "ENOTFOUND" }), "", 0);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (cause: Error) => callback(cause, "", 0),
    );
  };
}
