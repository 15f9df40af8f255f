import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ActionFunctionArgs } from "@remix-run/node";
import type { Policy } from "#app/http/org-route.server.ts";

type Door = ((args: ActionFunctionArgs) => Promise<unknown>) & { readonly policy?: Policy };

export type RouteModule = {
  /** The file's name without its ending: `o.$org.settings.members`. */
  readonly name: string;
  readonly source: string;
  readonly params: readonly string[];
  readonly loader: Door | null;
  readonly action: Door | null;
};

const folder = fileURLToPath(new URL("../../app/routes", import.meta.url));

/** The modules of a folder route stand in `<name>/route.tsx`. */
function filesOf(): { name: string; file: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      const route = readdirSync(`${folder}/${entry.name}`).find((file) => /^route\.tsx?$/.test(file));
      return route ? [{ name: entry.name, file: `${entry.name}/${route}` }] : [];
    }
    return /\.tsx?$/.test(entry.name) ? [{ name: entry.name.replace(/\.tsx?$/, ""), file: entry.name }] : [];
  });
}

/** Every route on disk with its doors, by name. */
export async function routeModules(): Promise<RouteModule[]> {
  const modules = filesOf().map(async ({ name, file }) => {
    const module = await import(`${folder}/${file}`);
    return {
      name,
      source: readFileSync(`${folder}/${file}`, "utf8"),
      params: [...name.matchAll(/\$(\w+?)_?(?=\.|\[|$)/g)].map((match) => match[1] ?? ""),
      loader: module.loader ?? null,
      action: module.action ?? null,
    };
  });
  return (await Promise.all(modules)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
