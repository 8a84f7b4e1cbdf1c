import 'server-only';
import { metricOf } from '@agent/calls';
import type { SessionPage, SessionQuery } from '@agent/protocol';
import {
  findSessions as findStored,
  isOfFigures,
  queuesOfSupervisor,
  recordAudit,
} from '@agent/store';
import { requireSession, requireWatcher, type Viewer } from '../access/viewer.ts';
import { whoOf } from '../customers/show-people.ts';
import { limitRate } from '../http/limit-rate.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** Enough to search while typing. */
const limit = { limit: 40, windowMs: 10_000 };

const nothingFound: SessionPage = {
  sessions: [],
  nextCursor: null,
  count: { value: 0, isMore: false },
};

/**
 * Calls that are over, the newest first: agents find their own alone. Who looks for words, a customer's
 * name or an order is put on record, without the words: they may name people who never called.
 */
export async function findSessions(
  services: Services,
  viewer: Viewer,
  query: SessionQuery,
): Promise<SessionPage> {
  const { role, userId } = requireSession(viewer);
  const message = 'Too many searches at once. Wait a moment.';
  await limitRate(services, `session-search:${userId}`, limit, message);
  if (query.from && query.to && Date.parse(query.from) > Date.parse(query.to))
    throw backwards('from');
  if (query.queuedFrom && query.queuedTo && isAfter(query.queuedFrom, query.queuedTo)) {
    throw backwards('queuedFrom');
  }
  const of = role === 'agent' ? userId : null;
  if (query.metric && !metricOf(query.metric).calls) {
    const why = 'This figure is of agents’ time: there are no calls behind it.';
    throw Problem.invalidInput(why, { metric: why });
  }
  if (of && query.agent && query.agent !== of) return nothingFound;
  const language = services.env.SEARCH_LANGUAGE;
  const queues =
    role === 'supervisor' && isOfFigures(query)
      ? await queuesOfSupervisor(services.db, userId)
      : [];
  const found = await findStored(services.db, query, { of, language, queues });
  if (found.outcome !== 'found') throw refusal(found.outcome, query);
  if (query.query || query.order) await noteSearch(services, viewer, query, found.page);
  return found.page;
}

/** Of two days or two moments. A day and a moment are told apart by whole days. */
function isAfter(from: string, to: string): boolean {
  const day = '2026-11-30'.length;
  if (from.length > day && to.length > day) return Date.parse(from) > Date.parse(to);
  return from.slice(0, day) > to.slice(0, day);
}

function backwards(field: 'from' | 'queuedFrom'): Problem {
  const why = 'The first day is after the last.';
  return Problem.invalidInput(why, { [field]: why });
}

function refusal(
  outcome: 'no-place' | 'too-common' | 'too-slow',
  { query }: SessionQuery,
): Problem {
  const why = {
    'no-place': 'This place in the list is not known. Begin at its top.',
    'too-common': 'These words stand in nearly every call. Add another one.',
    'too-slow': 'This takes too long. Narrow it: fewer days, one agent, or rarer words.',
  }[outcome];
  if (outcome === 'no-place') return Problem.invalidInput(why, { cursor: why });
  return query ? Problem.invalidInput(why, { query: why }) : Problem.unavailable(why);
}

async function noteSearch(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
  { cursor, query, ...filters }: SessionQuery,
  { count }: SessionPage,
): Promise<void> {
  const by = [...(query ? ['words'] : []), ...Object.keys(filters)].sort();
  await recordAudit(db, {
    action: 'call.searched',
    ...whoOf(requireWatcher(viewer)),
    data: {
      by,
      queryLength: query?.length ?? 0,
      found: count.value,
      isFirstPage: cursor === undefined,
    },
  });
}
