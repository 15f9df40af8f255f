import type { ComponentProps, ReactNode } from "react";
import { Anchor } from "./anchor.tsx";

export type ButtonVariant = "primary" | "quiet" | "danger";

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: "button button-primary",
  quiet: "button",
  danger: "button button-danger",
};

type ButtonProps = Omit<ComponentProps<"button">, "className"> & { variant?: ButtonVariant };

/** Submits by default. Give `name` and `value` where a form has several. */
export function Button({ variant = "primary", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={variants[variant]} {...rest} />;
}

type LinkButtonProps = { to: string; variant?: ButtonVariant; document?: boolean; children: ReactNode };

/** A link that looks like a button. `document` is for files and pages outside the app, which the router must not handle. */
export function LinkButton({ to, variant = "primary", document = false, children }: LinkButtonProps) {
  return (
    <Anchor to={to} document={document} className={variants[variant]}>
      {children}
    </Anchor>
  );
}
