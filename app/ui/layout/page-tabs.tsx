export type PageTab = { readonly to: string; readonly label: string; readonly here: boolean };

/** From one page of an area to the others. `label` names the row to those who hear it. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={label} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        {tabs.map(({ to, label: word, here }) => (
          <li key={to}>
            <a href={to} className={here ? "font-semibold" : "link"} aria-current={here ? "page" : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
