import { buildCommand } from "#app/launch/build.mjs";

/** Where the command that tests start stands, below the project's folder. */
export const commandFolder = ".cache/command";

/** Runs once before the tests: started from its sources, each of the command's processes would compile them first, for seconds. */
export default async function build(): Promise<void> {
  await buildCommand(commandFolder);
}
