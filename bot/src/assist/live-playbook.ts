import type { Playbook } from '@agent/playbook';
import type { Logger } from '@agent/process/log';
import type { PlaybookCard, QueueId } from '@agent/protocol';
import { type Following, followStored, type Source } from '../async/follow-stored.ts';

/** What is kept of the playbook. */
export interface StoredCards {
  /** The cards in use, and the ids of those that cannot be read. */
  cards: readonly PlaybookCard[];
  unreadable: readonly { cardId: string }[];
  /** The cards that apply in each queue; null: all. */
  queues: readonly { id: QueueId; cardIds: readonly string[] | null }[];
}

export interface LivePlaybookOptions {
  store: Source<StoredCards>;
  /** Makes cards ready for matching. */
  compile: (cards: readonly PlaybookCard[]) => Playbook;
  logger: Logger;
}

/** The playbook as it is kept now, until it is closed. */
export interface LivePlaybook extends Following {
  /** The cards that apply in a queue; all of them in one that is not known. */
  of(queueId: QueueId): Playbook;
}

/** Reads the playbook and follows its changes. While it cannot be read, what was read last stands. */
export async function followPlaybook(options: LivePlaybookOptions): Promise<LivePlaybook> {
  const { store, compile, logger } = options;
  let playbookOf = byQueue({ cards: [], unreadable: [], queues: [] }, compile);
  const take = (stored: StoredCards) => {
    const { cards, unreadable } = stored;
    playbookOf = byQueue(stored, compile);
    logger.info({ cards: cards.length }, 'Read the playbook.');
    if (unreadable.length > 0) logger.warn({ unreadable }, 'Some cards cannot be read.');
  };
  const following = await followStored({ source: store, take, what: 'the playbook', logger });
  return { of: (queueId) => playbookOf(queueId), close: following.close };
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
