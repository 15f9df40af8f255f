import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { type Tone, toneClasses } from "./badge.tsx";
import { Button } from "./button.tsx";

type NoticeProps = { tone?: Tone; title?: string; children: ReactNode };

export function Notice({ tone = "quiet", title, children }: NoticeProps) {
  return (
    <div className={`rounded-panel px-4 py-3 ${toneClasses[tone]}`}>
      {title === undefined ? null : <p className="font-semibold">{title}</p>}
      <div className="text-ink">{children}</div>
    </div>
  );
}

type UndoBannerProps = { children: ReactNode; action: string; fields?: Readonly<Record<string, string>> };

/** After a destructive step: what was done, and a form that takes it back. */
export function UndoBanner({ children, action, fields = {} }: UndoBannerProps) {
  const t = useText(interfaceText);
  return (
    <form
      method="post"
      action={action}
      className="panel flex flex-wrap items-center justify-between gap-3"
      role="status"
    >
      <span>{children}</span>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="quiet">{t("undo")}</Button>
    </form>
  );
}

/** When the answers were last kept, as a clock time of the reader; milliseconds since 1970. */
export function SavedAt({ at }: { at: number }) {
  const t = useText(interfaceText);
  const f = useFormat();
  return (
    <output className="text-caption text-ink-soft">
      <time dateTime={new Date(at).toISOString()}>{t("saved", { time: f.clock(at) })}</time>
    </output>
  );
}

/** Once on every page with legal content. */
export function NotLegalAdvice({ children }: { children?: ReactNode }) {
  const t = useText(interfaceText);
  return (
    <p className="text-caption text-ink-soft">
      {t("legal")} {children}
    </p>
  );
}
