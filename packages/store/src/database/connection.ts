import type { Pool, PoolClient, QueryArrayResult } from 'pg';
import type { Sql } from 'sql-template-tag';
import { isDatabaseError } from './database-error.ts';
import type { Row } from './statement.ts';
import { UnavailableError } from './unavailable.ts';

/** A connection taken out of a pool. */
export interface Connection {
  run(statement: Sql): Promise<Row[]>;
  /** Runs a command without values and tells which one Postgres has carried out. */
  command(text: string): Promise<string>;
}

/** What the driver says when Postgres has not answered within `query_timeout`. */
const silenceMessage = 'Query read timeout';

/**
 * Takes a connection for the length of `work`; one that has been lost, or that does not answer any
 * more, does not go back.
 */
export async function withConnection<T>(
  pool: Pool,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new UnavailableError(error);
  });
  let loss: Error | undefined;
  const onLoss = (error: Error) => {
    loss = error;
  };
  client.on('error', onLoss);
  const answerTo = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    // What is asked behind an unanswered question would wait as long again.
    if (loss) throw new UnavailableError(loss);
    try {
      return await ask();
    } catch (error) {
      if (isSilence(error)) loss = error;
      throw loss ? new UnavailableError(loss) : withoutRows(error);
    }
  };
  try {
    return await work({
      run: async (statement) => rowsOf(await answerTo(() => send(client, statement))),
      command: async (text) => (await answerTo(() => client.query(text))).command,
    });
  } finally {
    client.off('error', onLoss);
    client.release(loss);
  }
}

/** Tells whether an error means that Postgres has not answered in time. */
export function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === silenceMessage;
}

function send(client: PoolClient, { text, values }: Sql): Promise<QueryArrayResult<unknown[]>> {
  return client.query({ text, values, rowMode: 'array' });
}

/** Some of what Postgres adds to its message quotes rows, which must not get into a log. */
function withoutRows(error: unknown): unknown {
  if (isDatabaseError(error)) {
    error.detail = undefined;
    error.where = undefined;
  }
  return error;
}

function rowsOf({ fields, rows }: QueryArrayResult<unknown[]>): Row[] {
  const names = fields.map(({ name }) => camelCase(name));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
