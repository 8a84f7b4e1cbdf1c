import { escapeIdentifier, escapeLiteral } from 'pg';
import { z } from 'zod';
import { closeDatabase, isDatabaseReachable, openDatabase, type Transaction } from './connect.ts';
import { isDatabaseError } from './database-error.ts';
import { JOBS_SCHEMA } from './jobs-schema.ts';
import { scramVerifier } from './scram-verifier.ts';
import { StoreError } from './store-error.ts';

/** Tables that are only ever added to: web and bot may not change what is in them. */
export const appendOnlyTables: readonly string[] = [
  'call_events',
  'audit_log',
  'consents',
  'erasures',
  'legal_holds',
  'notice_words',
  'playbook_card_versions',
  'settings',
];
/** Functions that do for web and bot, as their owner, what these have no right to. */
const lentFunctions: readonly string[] = [
  'erase_call(uuid, text, text, uuid, text)',
  'forget_figures(integer, integer)',
  'add_sample_intervals(json)',
  'remove_sample(integer)',
];
/** Tables that tools and triggers write, which web and bot may look into. */
const readOnlyTables: readonly string[] = ['schema_migrations', 'agent_intervals'];

/**
 * Gives the user of `appUrl` what web and bot need, and no more: to read and write rows, but in
 * append-only tables to add rows only. It owns nothing, so it can drop no table and no trigger.
 * Creates it when it is missing and sets its password when that does not let it in. To be run after
 * each migration, so that new tables are covered; running it twice is harmless.
 */
export async function prepareAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const { name, password } = userOf(appUrl);
  if (name === userOf(ownerUrl).name) throw StoreError.appRoleRefused(name, 'it owns the tables');
  const owner = openDatabase(ownerUrl, { max: 1, applicationName: 'app-role' });
  try {
    await owner.begin(async (tx) => {
      // Two that do this at once would meet in the same rows of the catalogue.
      await tx`select pg_advisory_xact_lock(hashtext('app-role'))`;
      await grant(tx, await createOrFind(tx, name, password));
      await refuseTooMuch(tx, name);
    });
    if (!(await letsIn(appUrl)))
      await setPassword(owner.raw(passwordStatement(name, password)), name);
  } finally {
    await closeDatabase(owner);
  }
}

function userOf(url: string) {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Returns the name as it is written into statements. */
async function createOrFind(tx: Transaction, name: string, password: string): Promise<string> {
  const role = escapeIdentifier(name);
  const [found] = await tx`select 1 from pg_roles where rolname = ${name}`;
  if (found) return role;
  const verifier = escapeLiteral(scramVerifier(password));
  await tx.raw(`create role ${role} login password ${verifier}`).then(undefined, (error) => {
    if (!isForbidden(error)) throw error;
    throw StoreError.appRoleRefused(
      name,
      `there is no such user, and the owner may not create it: create role ${role} login password '…'`,
    );
  });
  return role;
}

async function grant(tx: Transaction, role: string): Promise<void> {
  await tx.raw(`grant usage on schema public to ${role}`);
  for (const { kind, name } of await ownRelations(tx)) {
    const relation = `public.${escapeIdentifier(name)}`;
    if (kind === 'S') {
      await tx.raw(`grant usage, select on sequence ${relation} to ${role}`);
      continue;
    }
    await tx.raw(`revoke all on table ${relation} from ${role}`);
    await tx.raw(`grant ${rightsOn(name)} on table ${relation} to ${role}`);
  }
  await grantJobs(tx, role);
  for (const signature of lentFunctions) {
    const [found] =
      await tx`select to_regprocedure(${`public.${signature}`}) is not null as is_there`;
    if (found?.isThere) await tx.raw(`grant execute on function public.${signature} to ${role}`);
  }
}

/** To work on jobs: all rows of graphile-worker's own tables, but for its migrations, and its functions. */
async function grantJobs(tx: Transaction, role: string): Promise<void> {
  const [found] = await tx`select to_regnamespace(${JOBS_SCHEMA}) is not null as is_there`;
  if (!found?.isThere) return;
  const schema = escapeIdentifier(JOBS_SCHEMA);
  await tx.raw(`grant usage on schema ${schema} to ${role}`);
  await tx.raw(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`);
  await tx.raw(`revoke insert, update, delete on table ${schema}.migrations from ${role}`);
  await tx.raw(`grant usage, select on all sequences in schema ${schema} to ${role}`);
  await tx.raw(`grant execute on all functions in schema ${schema} to ${role}`);
  const guarded = await tx<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = to_regnamespace(${JOBS_SCHEMA}) and c.relrowsecurity order by c.relname`;
  // graphile-worker shows its rows to their owner alone, unless a policy says otherwise.
  for (const { name } of guarded) {
    const table = `${schema}.${escapeIdentifier(name)}`;
    await tx.raw(`drop policy if exists web_and_bot on ${table}`);
    await tx.raw(`create policy web_and_bot on ${table} to ${role} using (true) with check (true)`);
  }
}

function rightsOn(table: string): string {
  if (readOnlyTables.includes(table)) return 'select';
  if (appendOnlyTables.includes(table)) return 'select, insert';
  return 'select, insert, update, delete';
}

/** Our tables, views and sequences; those of extensions and of other people are not ours to give. */
async function ownRelations(tx: Transaction) {
  const rows = await tx`
    select c.relname as name, c.relkind as kind from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and pg_has_role(c.relowner, 'usage') and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )
    order by c.relname`;
  return z.array(z.object({ name: z.string(), kind: z.string() })).parse(rows);
}

/** A superuser, or a member of the owner, may do everything whatever is granted. */
async function refuseTooMuch(tx: Transaction, name: string): Promise<void> {
  const rows = await tx`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relname = any (${appendOnlyTables})
      and has_table_privilege(${name}, c.oid, 'update, delete, truncate, trigger')`;
  if (rows.length === 0) return;
  throw StoreError.appRoleRefused(
    name,
    'it may change the log all the same (superuser, or member of the owner)',
  );
}

async function letsIn(url: string): Promise<boolean> {
  const app = openDatabase(url, { max: 1, applicationName: 'app-role' });
  try {
    return await isDatabaseReachable(app);
  } finally {
    await closeDatabase(app);
  }
}

function passwordStatement(name: string, password: string): string {
  const verifier = escapeLiteral(scramVerifier(password));
  return `alter role ${escapeIdentifier(name)} login password ${verifier}`;
}

async function setPassword(statement: PromiseLike<unknown>, name: string): Promise<void> {
  try {
    await statement;
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw StoreError.appRoleRefused(
      name,
      'its password is another, and the owner may not change it',
    );
  }
}

function isForbidden(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '42501';
}
