import fc from "fast-check";
import { createContext, memo, type ReactNode, useContext } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { markup } from "#app/ui/charts/markup.ts";

const Name = createContext("none");

function Greeting({ children }: { children: ReactNode }) {
  return (
    <text textAnchor="end" strokeLinejoin="round" x={0}>
      {useContext(Name)}: {children}
    </text>
  );
}

test("writes what React writes", () => {
  const drawing = (
    <>
      <svg viewBox="0 0 10 10" role="img" aria-labelledby="a" className="chart-wide">
        <title id="a">Roles & “hours”</title>
        <defs>
          <marker id="m" refX={5} markerWidth={4} orient="auto" />
          <pattern patternUnits="userSpaceOnUse" patternTransform="rotate(45)" />
        </defs>
        <path d="M0 0" fillOpacity={0.5} markerEnd="url(#m)" paintOrder="stroke" stroke={undefined} />
        {[1, 2].map((n) => (
          <Greeting key={n}>{n}</Greeting>
        ))}
        {null}
        {false}
      </svg>
      <details>
        <summary>Show</summary>
        <a href="/o/x?a=1&b=2">Dispatcher</a>
      </details>
    </>
  );
  let written = "";
  function Both() {
    written = markup(drawing);
    return drawing;
  }
  const byReact = renderToStaticMarkup(
    <Name.Provider value="Ada">
      <Both />
    </Name.Provider>,
  );
  expect(written).toBe(byReact);
});

test("no text or attribute can leave its place", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("<script>", '"', "'", "&", "</text>", "<!--"), (text, hostile) => {
      const given = `${text}${hostile}${text}`;
      const written = markup(
        <text id={given} x={1}>
          {given}
        </text>,
      );
      const [, id = "", inner = ""] = /^<text id="([^"]*)" x="1">([^<]*)<\/text>$/.exec(written) ?? [];
      const read = (value: string) =>
        value.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"' })[name] ?? "&");
      expect([read(id), read(inner)]).toEqual([given, given]);
    }),
  );
});

test("a handler, a style or a component with state of its own is refused", () => {
  const Kept = memo(() => <path d="" />);
  const handled = { onClick: () => undefined };
  expect(() => markup(<path d="" {...handled} />)).toThrow("onClick");
  expect(() => markup(<path d="" style={{ fill: "red" }} />)).toThrow("style");
  expect(() => markup(<Kept />)).toThrow("plain components");
});
