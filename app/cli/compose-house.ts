import { type Composed, compose } from "#app/composition.server.ts";
import { type Env, EnvironmentRefused, readEnv } from "#app/env.server.ts";
import { InputRefused } from "./command.ts";

/**
 * The whole house with the database of the environment, for commands that work in it. Refused, with the reason in words,
 * when a variable cannot be used or another process has the database file open.
 */
export async function composeHouse(source?: Readonly<Record<string, string | undefined>>): Promise<Composed> {
  let env: Env;
  try {
    env = readEnv(source);
  } catch (cause) {
    if (cause instanceof EnvironmentRefused)
      throw new InputRefused("environment-refused", cause.message, "environment");
    throw cause;
  }
  try {
    return await compose(env);
  } catch (cause) {
    if ((cause as Error)?.name !== "DatabaseInUse") throw cause;
    throw new InputRefused("database-in-use", (cause as Error).message, "DATABASE_URL");
  }
}
