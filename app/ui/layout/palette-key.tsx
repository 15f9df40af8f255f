import { lazy, Suspense, useEffect, useState } from "react";

const Palette = lazy(() => import("./palette.tsx").then(({ Palette: component }) => ({ default: component })));

/** Listens for Ctrl K or Cmd K; the palette itself is fetched when it is first wanted. Without script the search page serves. */
export function PaletteKey({ slug }: { slug: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette slug={slug} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
