import { expect, test } from "vitest";
import { renderedPages } from "#app/http/rendered-pages.server.ts";

const answer = (number: number) => ({ nonce: `nonce-${number}`, requestId: `request-${number}` });

function counting() {
  const made: string[] = [];
  const render = (data: string, nonce: string) => {
    made.push(data);
    return `<script nonce="${nonce}">${data}</script>`;
  };
  return { made, render };
}

test("a page with the same address and data is rendered once, and carries the nonce and number of its own answer", () => {
  const pages = renderedPages(1_000);
  const { made, render } = counting();
  const page = (number: number) => ({ address: "http://a/o/x", data: `["roles","request-${number}"]` });
  expect(pages(page(1), answer(1), render)).toBe('<script nonce="nonce-1">["roles","request-1"]</script>');
  expect(pages(page(2), answer(2), render)).toBe('<script nonce="nonce-2">["roles","request-2"]</script>');
  expect(made).toHaveLength(1);
});

test("another address or other data makes another page", () => {
  const pages = renderedPages(1_000);
  const { made, render } = counting();
  for (const [address, data] of [
    ["http://a/o/x", "mine"],
    ["http://a/o/x", "theirs"],
    ["http://a/o/x?all", "mine"],
  ] as const) {
    expect(pages({ address, data }, answer(1), render)).toContain(data);
  }
  expect(made).toEqual(["mine", "theirs", "mine"]);
});

test("a number that the component wrote itself is that of its own answer", () => {
  const pages = renderedPages(1_000);
  const page = { address: "http://a/", data: "" };
  pages(page, answer(1), () => "see request-1");
  expect(pages(page, answer(2), () => "not asked")).toBe("see request-2");
});

test("the least recently used pages go when there are too many letters, and one that is larger than all is not kept", () => {
  const pages = renderedPages(10);
  const made: string[] = [];
  const show = (data: string) =>
    pages({ address: "http://a/", data }, answer(1), () => {
      made.push(data);
      return data;
    });
  for (const data of ["aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"]) show(data);
  expect(made).toEqual(["aaaa", "bbbb", "cccc", "bbbb"]);
  const large = "x".repeat(20);
  expect([show(large), show(large)]).toEqual([large, large]);
  expect(made.slice(4)).toEqual([large, large]);
});
