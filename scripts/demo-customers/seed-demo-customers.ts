import { addCustomers, closeDatabase, openDatabase } from '@agent/store';
import { demoCustomers } from './demo-customers.ts';

/** Adds those demo customers that are not there yet. Returns how many there are in all. */
export async function seedDemoCustomers(databaseUrl: string, now: Date): Promise<number> {
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'stack' });
  try {
    const customers = demoCustomers(now);
    await addCustomers(db, customers);
    return customers.length;
  } finally {
    await closeDatabase(db);
  }
}
