import { closeDatabase, openDatabase, seedPlaybook } from '@agent/store';
import { projectRoot } from '../project.ts';
import { readPlaybookFiles } from './read-playbook-files.ts';

/** Brings the database to the cards of `playbook/`; returns how many there are. */
export async function seedPlaybookFiles(databaseUrl: string): Promise<number> {
  const cards = readPlaybookFiles(`${projectRoot}/playbook`);
  const db = openDatabase(databaseUrl, { max: 1, applicationName: 'stack' });
  try {
    await seedPlaybook(db, cards);
    return cards.length;
  } finally {
    await closeDatabase(db);
  }
}
