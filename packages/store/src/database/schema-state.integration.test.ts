import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, type Database, openDatabase } from './connect.ts';
import { migrate, rollback } from './migrate.ts';
import { readSchemaState, requireSchema } from './schema-state.ts';
import { schemaVersions } from './schema-versions.ts';

const migrations = join(import.meta.dirname, '..', '..', 'migrations');
const newest = schemaVersions.at(-1) ?? '';
const unknown = '99999999999999';

let server: TestServer;
let url: string;
let db: Database;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  url = await server.createDatabase();
  db = openDatabase(url, { max: 1 });
  return () => closeDatabase(db);
});

const refusal = () =>
  requireSchema(db).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a program that meets a database', () => {
  it('takes the one that was migrated by its own version', async () => {
    await migrate(url);
    expect(await readSchemaState(db)).toBe('current');
    expect(await refusal()).toBeUndefined();
  });

  it('is told in one line when there is no schema at all', async () => {
    expect(await readSchemaState(db)).toBe('missing');
    expect(await refusal()).toMatchObject({
      reason: 'wrong-schema',
      message: expect.stringMatching(/^The database has no schema yet: run .+$/),
    });
  });

  it('is told which migrations an older one lacks', async () => {
    await migrate(url);
    await rollback(url);
    expect(await readSchemaState(db)).toBe('older');
    expect(await refusal()).toMatchObject({
      message: expect.stringMatching(new RegExp(`^.+ is older .+ lacks ${newest}\\..+$`)),
    });
  });

  it('is told when one in the middle was never applied', async () => {
    await migrate(url);
    await db`delete from schema_migrations where version = '00000000000002'`;
    expect(await readSchemaState(db)).toBe('older');
    expect(await refusal()).toMatchObject({ message: expect.stringContaining('00000000000002') });
  });

  it('is told when a newer version was here, and migrating again changes nothing about it', async () => {
    await migrate(url);
    await db`insert into schema_migrations (version) values (${unknown})`;
    expect(await readSchemaState(db)).toBe('newer');
    const message = expect.stringMatching(new RegExp(`^.+ is newer .+ ${unknown}, .+$`));
    expect(await refusal()).toMatchObject({ reason: 'wrong-schema', message });
    await expect(migrate(url)).rejects.toMatchObject({ reason: 'wrong-schema', message });
  });

  it('is told when the database has gone another way', async () => {
    await migrate(url);
    await db`update schema_migrations set version = ${unknown} where version = ${newest}`;
    expect(await readSchemaState(db)).toBe('different');
    expect(await refusal()).toMatchObject({ message: expect.stringContaining(unknown) });
  });
});

describe('a migration that fails half-way', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migrations-'));
    await cp(migrations, folder, { recursive: true });
    return () => rm(folder, { recursive: true });
  });

  it('is named in one line and leaves the schema before it, which goes on working', async () => {
    const name = `${unknown}_breaks.sql`;
    const broken = `-- migrate:up
create table half (id int);
alter table calls add column half int;
select * from nowhere;
-- migrate:down
drop table half;
`;
    await writeFile(join(folder, name), broken);
    const failure: unknown = await migrate(url, folder).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      reason: 'migration-failed',
      message: expect.stringMatching(
        new RegExp(`^The database could not be migrated: ${name} .+nowhere.+$`),
      ),
    });
    expect(await readSchemaState(db)).toBe('current');
    const [left] = await db<{ isThere: boolean }[]>`
      select to_regclass('half') is not null or exists (
        select from information_schema.columns where table_name = 'calls' and column_name = 'half'
      ) as is_there`;
    expect(left?.isThere).toBe(false);
    await migrate(url);
  });
});
