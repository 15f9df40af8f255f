import ipaddr from "ipaddr.js";

/** Why an IP address must not be dialled, or null when it is an ordinary public one. */
export function objectionToAddress(address: string): string | null {
  const bare = address.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare) || bare.includes("%")) return "not an address that may be dialled";
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv6) return objectionToSix(parsed);
  const range = parsed.range();
  return range === "unicast" ? null : `${rangeNames[range] ?? "a reserved"} address`;
}

/** Only 2000::/3 is handed out on the public network; what carries an IPv4 address inside is judged by that. */
function objectionToSix(address: ipaddr.IPv6): string | null {
  const range = address.range();
  // RFC 8215: a prefix for translators inside a network, of any length, so what it leads to cannot be told.
  if (address.match(ipaddr.IPv6.parse("64:ff9b:1::"), 48)) return "a local translation address";
  if (range === "rfc6052") {
    const low = address.parts.slice(6).flatMap((part) => [part >> 8, part & 255]);
    return objectionToAddress(low.join("."));
  }
  if (range !== "unicast") return `${rangeNames[range] ?? "a reserved"} address`;
  // ISATAP: the tunnel's other end stands in the lower half.
  const [, , , , upper = 0, marker = 0, ...low] = address.parts;
  if (marker === 0x5efe && (upper === 0 || upper === 0x200)) {
    const inside = objectionToAddress(low.flatMap((part) => [part >> 8, part & 255]).join("."));
    if (inside !== null) return inside;
  }
  const first = address.parts[0] ?? 0;
  const documentation = address.match(ipaddr.IPv6.parse("3fff::"), 20);
  return first >> 13 === 1 && !documentation ? null : "a reserved address";
}

const rangeNames: Readonly<Record<string, string>> = {
  unspecified: "the unspecified",
  broadcast: "a broadcast",
  multicast: "a multicast",
  linkLocal: "a link-local or metadata",
  loopback: "a loopback",
  carrierGradeNat: "a carrier-grade NAT",
  private: "a private",
  uniqueLocal: "a private",
  "6to4": "a tunnel",
  teredo: "a tunnel",
};
