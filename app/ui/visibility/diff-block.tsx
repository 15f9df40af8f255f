import { useEffect, useState } from "react";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { Button } from "../controls/button.tsx";
import { useText } from "../text/use-text.ts";

const tones: Readonly<Record<string, string>> = { "+": "bg-good-soft text-good", "-": "bg-bad-soft text-bad" };

/** What a change adds, without its signs: what one pastes. */
function addedLines(diff: string): string {
  return diff
    .split("\n")
    .filter((line) => line.startsWith("+ "))
    .map((line) => line.slice(2))
    .join("\n");
}

/** A change line by line; the signs say what the colours repeat. The text can be marked without script, and copied with. */
export function DiffBlock({ diff, label }: { diff: string; label: string }) {
  const t = useText(siteWorkText);
  const [state, setState] = useState<"unable" | "able" | "copied">("unable");
  useEffect(() => setState(navigator.clipboard === undefined ? "unable" : "able"), []);
  const text = addedLines(diff);
  const lines = diff.split("\n").map((line, at) => ({ line, key: `${at} ${line}` }));
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-panel bg-raised p-3 text-caption">
        <pre className="min-w-fit">
          {lines.map(({ line, key }) => (
            <span key={key} className={`block ${tones[line.charAt(0)] ?? ""}`}>
              {line === "" ? " " : line}
            </span>
          ))}
        </pre>
      </section>
      {state === "unable" || text === "" ? null : (
        <div className="mt-2">
          <Button
            type="button"
            variant="quiet"
            onClick={() => void navigator.clipboard.writeText(text).then(() => setState("copied"))}
          >
            {state === "copied" ? t("copied") : t("copyThis")}
          </Button>
        </div>
      )}
    </div>
  );
}
