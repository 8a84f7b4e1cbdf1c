import { Sql } from 'sql-template-tag';

/** One row, its columns' names in camelCase. */
export type Row = Record<string, unknown>;

/** Sends a statement to Postgres and reads all of its rows. */
export type RunStatement = (statement: Sql) => Promise<Row[]>;

/**
 * A statement, or a part of one. It runs once, when it is awaited; put into another statement it
 * becomes a part of that instead. So never return one that is only a part from an async function.
 */
export class Statement<Rows = Row[]> extends Sql implements PromiseLike<Rows> {
  readonly #run: RunStatement;
  #rows: Promise<Rows> | undefined;

  constructor(strings: readonly string[], values: readonly unknown[], run: RunStatement) {
    super(strings, values);
    this.#run = run;
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting a statement is what runs it.
  then<Value = Rows, Failure = never>(
    onRows?: ((rows: Rows) => Value | PromiseLike<Value>) | null,
    onFailure?: ((error: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Value | Failure> {
    // The caller names the shape, and parses what is more than a flag.
    this.#rows ??= this.#run(this) as Promise<Rows>;
    return this.#rows.then(onRows, onFailure);
  }
}

/** Makes statements that run in one place: a pool, or one transaction. */
export interface StatementTag {
  <Rows = Row[]>(strings: TemplateStringsArray, ...values: readonly unknown[]): Statement<Rows>;
  /** A statement, or a part such as a column's name, from text that never comes from outside. */
  raw<Rows = Row[]>(text: string): Statement<Rows>;
}

/** A tag whose statements `run` sends. */
export function createTag(run: RunStatement): StatementTag {
  const tag = <Rows>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
    new Statement<Rows>(strings, values, run);
  return Object.assign(tag, {
    raw: <Rows>(text: string) => new Statement<Rows>([text], [], run),
  });
}
