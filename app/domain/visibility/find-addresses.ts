import { parse as parseHost } from "tldts";

export type Address = { readonly host: string; readonly from: number; readonly to: number };

const addressForm =
  /(?:https?:\/\/)?(?:[\p{L}\p{N}._%+-]{1,64}@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}[\p{L}\p{N}-]{1,23})(?::\d{2,5})?(?:[/?#][^\s<>"'()[\]{}，。；、）】」]{0,2000})?/giu;

/** Top-level domains kept for documents and tests (RFC 2606). */
const reserved = /^(?:example|test|invalid)$/i;

/** Web and e-mail addresses in a text. "Kestrel.It is" is no address: a top-level domain is not written with one capital. */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  for (const { match, from } of addressLike(text)) {
    const [host, before, after] = withoutNeighbours(match[1] ?? "");
    const top = host.slice(host.lastIndexOf(".") + 1);
    const explicit = /^https?:|@/i.test(match[0]);
    const cased = top === top.toLowerCase() || host === host.toUpperCase();
    const known = parseHost(host.toLowerCase());
    if (!explicit && !(cased && (known.isIcann || reserved.test(top)))) continue;
    const whole = before === 0 && after === 0;
    const start = whole ? from : from + match[0].indexOf(match[1] ?? "") + before;
    found.push({
      host: host.toLowerCase(),
      from: start,
      to: after === 0 ? from + match[0].length : start + host.length,
    });
  }
  return found;
}

const ideographs = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー";
const textBefore = new RegExp(`^[${ideographs}]{1,64}(?=[a-z\\d])`, "iu");
const textAfter = new RegExp(`(?<=\\.[a-z]{2,24})[${ideographs}]{1,24}$`, "iu");

/** A host without the text that stands close to it where words are not parted by spaces, and how much was taken off at each end. */
function withoutNeighbours(written: string): readonly [string, number, number] {
  const before = textBefore.exec(written)?.[0].length ?? 0;
  const after = textAfter.exec(written)?.[0].length ?? 0;
  return [written.slice(before, written.length - after), before, after];
}

/** Characters that an address can have before its first point, and after any. */
const beforePoint = 140;
const afterPoint = 2_500;

/** What has an address's form. Looked for around points only, because every address has one and most of a text has none. */
function* addressLike(text: string): Generator<{ readonly match: RegExpExecArray; readonly from: number }> {
  let done = 0;
  for (let point = text.indexOf("."); point >= 0; point = text.indexOf(".", done)) {
    const start = Math.max(done, point - beforePoint);
    let last = point;
    for (let next = point; next >= 0 && next - last <= beforePoint; next = text.indexOf(".", next + 1)) last = next;
    const piece = text.slice(start, last + afterPoint);
    done = last + 1;
    for (const match of piece.matchAll(addressForm)) {
      // What begins after the last point is looked at again from its own: here the piece's end may have cut it.
      if (start + match.index > last) break;
      yield { match, from: start + match.index };
      done = Math.max(done, start + match.index + match[0].length);
    }
  }
}
