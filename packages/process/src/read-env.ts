import type { z } from 'zod';

/** Variables as a process gets them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** How an environment is read. */
export interface ReadEnvOptions {
  /** Whose environment it is, as the message begins: `The bot`. */
  who: string;
  /** Default: those of this process. */
  variables?: Variables;
  /** What an empty variable is: not set, or a value like any other. Default `unset`. */
  empty?: 'unset' | 'kept';
}

/** Variables that are missing or cannot be used. The message is one line with all of them. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  /** One for each variable, with its name and never its value. */
  readonly faults: readonly string[];

  constructor(who: string, faults: readonly string[]) {
    super(`${who} cannot start: ${faults.join('; ')} (see .env.example).`);
    this.faults = faults;
  }
}

/** Reads the environment by its schema; throws an `EnvError` that names all that is wrong. */
export function readEnv<Schema extends z.ZodType>(
  schema: Schema,
  options: ReadEnvOptions,
): z.output<Schema> {
  const { who, variables = process.env, empty = 'unset' } = options;
  const isSet = ([, value]: [string, unknown]) => empty === 'kept' || value !== '';
  const given = Object.fromEntries(Object.entries(variables).filter(isSet));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return given[name] === undefined ? `${name} is not set` : `${name}: ${message}`;
  });
  throw new EnvError(who, faults);
}
