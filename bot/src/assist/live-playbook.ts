import type { Playbook } from '@agent/playbook';
import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { PlaybookCard } from '@agent/protocol';

/** Where the cards are kept. */
export interface PlaybookStore {
  /** The cards in use, and the ids of those that cannot be read. */
  read(): Promise<{ cards: readonly PlaybookCard[]; unreadable: readonly { cardId: string }[] }>;
  /** Calls back at each sign that cards have changed, and when listening (re)starts. */
  watch(onSign: () => void): Promise<{ close(): Promise<void> }>;
}

export interface LivePlaybookOptions {
  store: PlaybookStore;
  /** Makes cards ready for matching. */
  compile: (cards: readonly PlaybookCard[]) => Playbook;
  logger: Logger;
}

/** The playbook as it is kept now. */
export interface LivePlaybook {
  current(): Playbook;
  /** Follows no more. Closing twice is harmless. */
  close(): Promise<void>;
}

/** A sign may be lost, as when Postgres was away. */
const READ_EVERY_MS = 60_000;

/** Reads the playbook and follows its changes. While it cannot be read, what was read last stands. */
export async function followPlaybook(options: LivePlaybookOptions): Promise<LivePlaybook> {
  const { store, compile, logger } = options;
  let source = '[]';
  let playbook = compile([]);

  const read = coalesced(async () => {
    const { cards, unreadable } = await store.read();
    const next = JSON.stringify(cards);
    if (next === source) return;
    playbook = compile(cards);
    source = next;
    logger.info({ cards: cards.length }, 'Read the playbook.');
    if (unreadable.length > 0) logger.warn({ unreadable }, 'Some cards cannot be read.');
  });
  const readSoftly = () =>
    read().catch((err) => logger.warn({ err }, 'Could not read the playbook.'));

  await readSoftly();
  const signs = await store.watch(() => void readSoftly());
  const reading = setInterval(() => void readSoftly(), READ_EVERY_MS);

  return {
    current: () => playbook,
    async close() {
      clearInterval(reading);
      await signs.close();
    },
  };
}
