import { databaseUrl, migrate, migrateJobs, prepareAppRole } from '@agent/store';
import { seedDemoCustomers } from './demo-customers/seed-demo-customers.ts';
import { givenUsers, seedDemoUsers } from './demo-users.ts';
import { processEnvironment, readScriptsEnv } from './env.ts';
import { seedPlaybookFiles } from './playbook/seed-playbook-files.ts';
import { StackError } from './stack-error.ts';

/**
 * Migrates the database of the environment, prepares the user of web and bot, brings the playbook up
 * to date and creates the accounts whose passwords the environment gives, and the demo customers when
 * it asks for them.
 */
try {
  process.stdout.write(await setUpDatabase());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function setUpDatabase(): Promise<string> {
  const settings = readScriptsEnv(processEnvironment());
  if (settings.DATABASE_URL === undefined)
    throw StackError.badEnvironment('DATABASE_URL is not set');
  const ownerUrl = databaseUrl(settings.DATABASE_URL, settings.DATABASE_PASSWORD);
  await migrate(ownerUrl);
  await migrateJobs(ownerUrl);
  const { APP_DATABASE_URL, APP_DATABASE_PASSWORD } = settings;
  if (APP_DATABASE_URL !== undefined) {
    await prepareAppRole(ownerUrl, databaseUrl(APP_DATABASE_URL, APP_DATABASE_PASSWORD));
  }
  const cards = await seedPlaybookFiles(ownerUrl);
  const users = givenUsers(settings);
  await seedDemoUsers(ownerUrl, users);
  const customers =
    settings.SEED_DEMO_CUSTOMERS === true ? await seedDemoCustomers(ownerUrl, new Date()) : 0;
  return `The schema is up to date; ${cards} playbook cards, ${users.length} accounts, ${customers} demo customers.\n`;
}
