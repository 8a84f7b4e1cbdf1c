import type { Playbook } from '@agent/playbook';
import { coalesced } from '@agent/process';
import type { Logger } from '@agent/process/log';
import type { PlaybookCard, QueueId } from '@agent/protocol';

/** What is kept of the playbook. */
export interface StoredCards {
  /** The cards in use, and the ids of those that cannot be read. */
  cards: readonly PlaybookCard[];
  unreadable: readonly { cardId: string }[];
  /** The cards that apply in each queue; null: all. */
  queues: readonly { id: QueueId; cardIds: readonly string[] | null }[];
}

/** Where the cards are kept. */
export interface PlaybookStore {
  read(): Promise<StoredCards>;
  /** Calls back at each sign that cards or queues have changed, and when listening (re)starts. */
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
  /** The cards that apply in a queue; all of them in one that is not known. */
  of(queueId: QueueId): Playbook;
  /** Follows no more. Closing twice is harmless. */
  close(): Promise<void>;
}

/** A sign may be lost, as when Postgres was away. */
const READ_EVERY_MS = 60_000;

/** Reads the playbook and follows its changes. While it cannot be read, what was read last stands. */
export async function followPlaybook(options: LivePlaybookOptions): Promise<LivePlaybook> {
  const { store, compile, logger } = options;
  let source = '';
  let playbookOf = byQueue({ cards: [], unreadable: [], queues: [] }, compile);

  const read = coalesced(async () => {
    const stored = await store.read();
    const { cards, unreadable, queues } = stored;
    const next = JSON.stringify([cards, queues]);
    if (next === source) return;
    playbookOf = byQueue(stored, compile);
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
    of: (queueId) => playbookOf(queueId),
    async close() {
      clearInterval(reading);
      await signs.close();
    },
  };
}

/** Makes the cards of each queue ready when they are first asked for; queues with the same cards share them. */
function byQueue(
  { cards, queues }: StoredCards,
  compile: LivePlaybookOptions['compile'],
): LivePlaybook['of'] {
  const chosenIn = new Map(queues.map(({ id, cardIds }) => [id, cardIds]));
  const compiled = new Map<string, Playbook>();
  return (queueId) => {
    const chosen = chosenIn.get(queueId) ?? null;
    const applying = chosen === null ? cards : cards.filter(({ id }) => chosen.includes(id));
    const key = chosen === null ? '' : applying.map(({ id }) => id).join('\n');
    const known = compiled.get(key) ?? compile(applying);
    compiled.set(key, known);
    return known;
  };
}
