import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { Anchor } from "../controls/anchor.tsx";
import { useText } from "../text/use-text.ts";

type WhyProps = { to: string; about?: string; children?: ReactNode };

/** The way from a number to its answers, evidence and formula. `about` completes the link's name for those who hear it alone. */
export function Why({ to, about, children }: WhyProps) {
  const t = useText(interfaceText);
  return (
    <Anchor to={to} className="link text-caption">
      {children ?? t("why")}
      {about === undefined ? null : <span className="sr-only">: {about}</span>}
    </Anchor>
  );
}
