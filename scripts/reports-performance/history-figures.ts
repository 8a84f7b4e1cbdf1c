import type { SessionQuery } from '@agent/protocol';
import type { Database } from '@agent/store';
import { ask } from '../history-performance/history-figures.ts';
import { type ReportFigure, type Took, timed, tookOf } from './report-figure.ts';

/** How long lists of calls that are over and searches in them take. */
export interface HistoryFigures {
  historyListMs: Took;
  searchMs: Took;
  all: ReportFigure[];
}

const lists: readonly [what: string, query: SessionQuery][] = [
  ['list, newest', {}],
  ['list, escalated', { outcome: 'escalated' }],
  ['list, rating 1', { rating: 1 }],
  ['list, abandoned', { outcome: 'abandoned' }],
  ['list, ended angrily', { sentiment: 'ends-negative' }],
];
/** Words that nearly every call has, that many have, that few have, and that none has. */
const searches: readonly [what: string, query: SessionQuery][] = [
  ['search, common word', { query: 'order' }],
  ['search, two common words', { query: 'order number' }],
  ['search, middling word', { query: 'refund' }],
  ['search, phrase', { query: '"log in"' }],
  ['search, name', { query: 'Nora Lindqvist' }],
  ['search, word and outcome', { query: 'refund', outcome: 'escalated' }],
  ['search, word nobody says', { query: 'zzzzzzzz' }],
];

/** Asks as the route does, one question after another. */
export async function historyFigures(
  db: Database,
  { times }: { times: number },
): Promise<HistoryFigures> {
  const all: ReportFigure[] = [];
  const takeAll = async (kinds: typeof lists): Promise<Took> => {
    const every: number[] = [];
    for (const [what, query] of kinds) {
      const taken: number[] = [];
      for (let index = 0; index < times; index += 1) taken.push(await timed(() => ask(db, query)));
      all.push({ what, ...tookOf(taken) });
      every.push(...taken);
    }
    return tookOf(every);
  };
  const historyListMs = await takeAll(lists);
  const searchMs = await takeAll(searches);
  return { historyListMs, searchMs, all };
}
