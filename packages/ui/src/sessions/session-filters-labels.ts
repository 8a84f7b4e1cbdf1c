/** From when to when; `days`: from one day to another. */
export type SessionPeriod = 'any' | 'today' | 'yesterday' | '7-days' | '30-days' | 'days';
/** How the customer sounded at the end. */
export type SessionSentimentFilter = 'ends-negative' | 'ends-neutral' | 'ends-positive';

/** What a list of calls is narrowed to; null and empty texts: not by this. */
export interface SessionFilterValue {
  /** Words that were said, typed or noted. */
  query: string;
  /** Id of an agent. */
  agent: string | null;
  /** Id of a queue. */
  queue: string | null;
  period: SessionPeriod;
  /** First and last day of the period `days`, as `2026-11-23`. */
  from: string | null;
  to: string | null;
  /** Id of an outcome; `abandoned`: nobody answered. */
  outcome: string | null;
  /** 1–5. */
  rating: number | null;
  sentiment: SessionSentimentFilter | null;
  recorded: 'yes' | 'no' | null;
  order: string;
}

/** Every call. */
export const noSessionFilters: SessionFilterValue = {
  query: '',
  agent: null,
  queue: null,
  period: 'any',
  from: null,
  to: null,
  outcome: null,
  rating: null,
  sentiment: null,
  recorded: null,
  order: '',
};

/** How many calls there are; `isMore`: at least so many. */
export interface SessionCount {
  value: number;
  isMore: boolean;
}

/** Strings of `SessionFilters`. */
export interface SessionFiltersLabels {
  /** Names the whole bar. */
  name: string;
  search: string;
  searchHint: string;
  agent: string;
  anyAgent: string;
  queue: string;
  anyQueue: string;
  period: string;
  periods: Record<SessionPeriod, string>;
  from: string;
  to: string;
  outcome: string;
  anyOutcome: string;
  /** Calls that nobody answered, beside the outcomes. */
  abandoned: string;
  rating: string;
  anyRating: string;
  ratings: (rating: number) => string;
  sentiment: string;
  anySentiment: string;
  sentiments: Record<SessionSentimentFilter, string>;
  recorded: string;
  anyRecorded: string;
  recordings: Record<'yes' | 'no', string>;
  order: string;
  orderHint: string;
  /** Opens the filters where there is no room for them; how many are set. */
  filters: (set: number) => string;
  clear: string;
  count: (count: SessionCount) => string;
}

/** English words of the filters; `labels` replaces them one by one. */
export const defaultSessionFiltersLabels: SessionFiltersLabels = {
  name: 'Find calls',
  search: 'Search what was said',
  searchHint: 'Search what was said…',
  agent: 'Agent',
  anyAgent: 'Any agent',
  queue: 'Queue',
  anyQueue: 'Any queue',
  period: 'Period',
  periods: {
    any: 'Any time',
    today: 'Today',
    yesterday: 'Yesterday',
    '7-days': 'Last 7 days',
    '30-days': 'Last 30 days',
    days: 'Chosen days…',
  },
  from: 'From',
  to: 'To',
  outcome: 'Outcome',
  anyOutcome: 'Any outcome',
  abandoned: 'Gave up waiting',
  rating: 'Rating',
  anyRating: 'Any rating',
  ratings: (rating) => `Rated ${rating} of 5`,
  sentiment: 'Sentiment',
  anySentiment: 'Any mood',
  sentiments: {
    'ends-negative': 'Ends upset',
    'ends-neutral': 'Ends calm',
    'ends-positive': 'Ends pleased',
  },
  recorded: 'Recording',
  anyRecorded: 'Any sound',
  recordings: { yes: 'Recorded', no: 'Not recorded' },
  order: 'Order number',
  orderHint: 'Order number',
  filters: (set) => (set === 0 ? 'Filters' : `Filters (${set})`),
  clear: 'Clear all',
  count: ({ value, isMore }) => {
    const calls = value === 1 && !isMore ? 'call' : 'calls';
    return `${value === 0 ? 'No' : value.toLocaleString('en')}${isMore ? '+' : ''} ${calls}`;
  },
};
