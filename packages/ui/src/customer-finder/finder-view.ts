/** How a search stands, as its owner says it. */
export interface SearchStanding {
  /** `idle`: nothing has been searched for. */
  status: 'idle' | 'loading' | 'ready' | 'error';
  /** How many hits there are so far. */
  shown: number;
  /** How many there are in all. */
  total: number;
}

/** What the finder shows. Internal to the finder. */
export interface FinderView {
  /** What the search is doing; `idle` for a query that is too short, whatever was found before. */
  state: SearchStanding['status'];
  /** Whether the hits are there to be chosen from. */
  hasList: boolean;
  /** Whether there are more hits than shown. */
  hasMore: boolean;
  /** Whether nobody was found. */
  isEmpty: boolean;
}

/** Shorter queries are not searched for. */
export const MIN_QUERY_LENGTH = 2;

/** What the finder shows for what is typed. Hits of the query before stay while the next is searched for. */
export function finderView(typed: string, { status, shown, total }: SearchStanding): FinderView {
  const isTooShort = typed.trim().length < MIN_QUERY_LENGTH;
  const state = isTooShort ? 'idle' : status;
  const hasList = !isTooShort && shown > 0 && status !== 'error';
  return {
    state,
    hasList,
    hasMore: hasList && shown < total,
    isEmpty: state === 'ready' && shown === 0,
  };
}
