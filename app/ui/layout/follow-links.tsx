import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";
import { linkToFollow } from "./link-to-follow.ts";

/**
 * One listener that follows plain links without loading the page anew. It listens at the window, after React: what a
 * component has answered itself is left alone. `data-keep-scroll` on a link keeps the place on the page.
 */
export function FollowLinks() {
  const navigate = useNavigate();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement)) return;
      const { href, target, dataset } = link;
      const clicked = {
        href,
        target,
        download: link.hasAttribute("download"),
        document: dataset.document !== undefined,
      };
      const to = linkToFollow(event, clicked, window.location.href);
      if (to === null) return;
      event.preventDefault();
      navigate(to, { replace: href === window.location.href, preventScrollReset: dataset.keepScroll !== undefined });
    }
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [navigate]);
  return null;
}
