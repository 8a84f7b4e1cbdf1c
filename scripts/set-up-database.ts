import { migrate } from '@agent/store';
import { seedDemoCustomers } from './demo-customers/seed-demo-customers.ts';
import { givenUsers, seedDemoUsers } from './demo-users.ts';
import { processEnvironment, readScriptsEnv } from './env.ts';
import { seedPlaybookFiles } from './playbook/seed-playbook-files.ts';
import { StackError } from './stack-error.ts';

/**
 * Migrates the database of the environment, brings the playbook up to date and creates the accounts
 * whose passwords the environment gives, and the demo customers when it asks for them.
 */
const settings = readScriptsEnv(processEnvironment());
if (settings.DATABASE_URL === undefined) throw StackError.badEnvironment('DATABASE_URL is not set');
await migrate(settings.DATABASE_URL);
const cards = await seedPlaybookFiles(settings.DATABASE_URL);
const users = givenUsers(settings);
await seedDemoUsers(settings.DATABASE_URL, users);
const customers =
  settings.SEED_DEMO_CUSTOMERS === true
    ? await seedDemoCustomers(settings.DATABASE_URL, new Date())
    : 0;
process.stdout.write(
  `The schema is up to date; ${cards} playbook cards, ${users.length} accounts, ${customers} demo customers.\n`,
);
