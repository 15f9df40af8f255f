import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";

/** Something that can be gone to: a page, a role, a duty or an action of the plan. */
export type Destination = { readonly title: string; readonly href: string; readonly kind: string };

type Found = { readonly destinations: readonly Destination[] };

/** A dialog that asks the search page while the person types. Arrow keys choose, Enter goes, Escape closes. */
export function Palette({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useText(interfaceText);
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<Found>();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = fetcher.data?.destinations ?? [];
  const { load } = fetcher;

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const wait = setTimeout(() => load(`/o/${slug}/search?q=${encodeURIComponent(query)}`), 120);
    return () => clearTimeout(wait);
  }, [query, slug, load]);

  function go(to: Destination | undefined) {
    if (to === undefined) return;
    onClose();
    navigate(to.href);
  }
  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === "ArrowDown") setChosen(Math.min(chosen + 1, found.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") go(found[chosen]);
    // A search field would take the first Escape for itself.
    else if (event.key === "Escape") dialog.current?.close();
    else return;
    event.preventDefault();
  }
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t("search")}
      className="mx-auto mt-[12vh] w-[min(560px,92vw)] rounded-panel border border-line bg-surface p-3 text-ink"
    >
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-results"
        aria-activedescendant={found.length > 0 ? `palette-${chosen}` : undefined}
        aria-label={t("searchFor")}
        placeholder={t("searchFor")}
        className="input"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-results" role="listbox" aria-label={t("search")} className="mt-2 max-h-[50vh] overflow-y-auto">
        {found.map((destination, at) => (
          <a
            key={destination.href + destination.title}
            id={`palette-${at}`}
            role="option"
            aria-selected={at === chosen}
            tabIndex={-1}
            href={destination.href}
            onClick={(event) => {
              event.preventDefault();
              go(destination);
            }}
            className={`nav-item ${at === chosen ? "bg-accent-soft text-ink" : ""}`}
          >
            <span>{destination.title}</span>
            <span>{destination.kind}</span>
          </a>
        ))}
      </div>
      <p role="status" className="px-2 pt-1 text-caption text-ink-soft">
        {fetcher.data === undefined
          ? ""
          : found.length === 0
            ? t("searchNothing", { query })
            : t("searchResults", { count: found.length })}
      </p>
    </dialog>
  );
}
