import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";

type AnchorProps = Omit<ComponentProps<"a">, "href"> & {
  to: string;
  /** Leaves the way to the browser: for files and pages that the router must not handle. */
  document?: boolean;
};

/**
 * A link. A whole path or a query becomes a plain `<a>`, which costs a tenth of a router link and is followed by
 * `FollowLinks`; a relative path is resolved by the router, as routes nest.
 */
export function Anchor({ to, document = false, ...rest }: AnchorProps) {
  if (!/^[/?]/.test(to)) return <Link to={to} reloadDocument={document} {...rest} />;
  return <a href={to} {...(document ? { "data-document": "" } : {})} {...rest} />;
}
