import { migrate } from '@agent/store';
import { givenUsers, seedDemoUsers } from './demo-users.ts';
import { processEnvironment, readScriptsEnv } from './env.ts';
import { StackError } from './stack-error.ts';

/** Migrates the database of the environment and creates the accounts whose passwords it gives. */
const settings = readScriptsEnv(processEnvironment());
if (settings.DATABASE_URL === undefined) throw StackError.badEnvironment('DATABASE_URL is not set');
await migrate(settings.DATABASE_URL);
const users = givenUsers(settings);
await seedDemoUsers(settings.DATABASE_URL, users);
process.stdout.write(`The schema is up to date; ${users.length} accounts set.\n`);
