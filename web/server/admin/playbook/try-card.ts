import 'server-only';
import type { Conversation, Said } from '@agent/playbook';
import { recordWith } from '@agent/playbook';
import { cardFaults } from '@agent/playbook/card-faults';
import { type CardTrial, type CardTrialRequest, segmentIdSchema } from '@agent/protocol';
import { type RecentTalk, readPlaybook, readRecentTalks } from '@agent/store';
import pLimit from 'p-limit';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { Problem } from '../../problem.ts';
import { processSingleton } from '../../process-singleton.ts';
import type { Services } from '../../services.ts';
import { inSlices } from './in-slices.ts';
import { noteReadCalls } from './note-read-calls.ts';
import { callEffects, labelledEffects } from './trial-effects.ts';
import { trialPlaybooks } from './trial-playbooks.ts';

/** As often as somebody tries who writes a card. */
const limit = { limit: 40, windowMs: 60_000 };

/** So many lines of calls are looked at, and of one call so many. */
const LINES = { lines: 2_000, linesOfCall: 200 } as const;
/** After so long the calls that are left are not looked at any more. */
const MOST_MS = 12_000;
/** Trials that may wait for the one that runs. */
const MOST_WAITING = 4;

/** One trial at a time: each takes what the process has to spare. */
const gate = processSingleton('card-trials', () => pLimit(1));

/** What a segment of a trial takes, pauses included. */
const SEGMENT_MS = 3_000;

/**
 * An admin tries words on the playbook, as it is or with a card that is not saved yet: which cards come up
 * and why, and what the card would change on turns whose cards are known, and on the newest calls.
 */
export async function tryCard(
  services: Services,
  viewer: Viewer,
  request: CardTrialRequest,
  signal: AbortSignal,
): Promise<CardTrial> {
  const { userId } = requireRole(viewer, 'admin');
  const message = 'Too many trials at once. Wait a moment.';
  await limitRate(services, `card-trial:${userId}`, limit, message);
  if (request.draft) requireCompiling(request.draft.card);
  if (gate.pendingCount >= MOST_WAITING) {
    throw Problem.tooManyRequests('Others are trying cards now. Try again in a moment.', 5);
  }
  const trial = await gate(() => runTrial(services, request, signal));
  if (!trial) throw Problem.unavailable('The trial was given up.');
  const shown = trial.calls?.changed.map(({ callId }) => callId) ?? [];
  if (shown.length > 0) await noteReadCalls(services, viewer, new Set(shown));
  return trial;
}

function requireCompiling(card: NonNullable<CardTrialRequest['draft']>['card']): void {
  const faults = cardFaults(card).map(({ path, message }) => [
    ['draft', 'card', ...path].join('.'),
    message,
  ]);
  if (faults.length === 0) return;
  throw Problem.invalidInput('Some phrases cannot be used.', Object.fromEntries(faults));
}

async function runTrial(
  services: Services,
  request: CardTrialRequest,
  signal: AbortSignal,
): Promise<CardTrial | undefined> {
  const isGivenUp = () => signal.aborted || services.stopping.signal.aborted;
  if (isGivenUp()) return undefined;
  const { cards } = await readPlaybook(services.db);
  const calls = request.effects?.calls ?? 0;
  const talks = calls > 0 ? await readRecentTalks(services.db, { calls, ...LINES }) : undefined;
  return inSlices(trialSteps(services, { request, cards, talks }), isGivenUp);
}

interface Tried {
  request: CardTrialRequest;
  cards: Awaited<ReturnType<typeof readPlaybook>>['cards'];
  /** Undefined when nothing of calls is asked. */
  talks: readonly RecentTalk[] | undefined;
}

function* trialSteps(
  services: Pick<Services, 'settings' | 'now'>,
  { request, cards, talks }: Tried,
): Generator<void, CardTrial> {
  const lateAtMs = performance.now() + MOST_MS;
  const nowMs = services.now().getTime();
  const playbooks = yield* trialPlaybooks(services, cards, request.draft);
  const conversation = conversationOf(request, nowMs);
  return {
    reasons: conversation ? [...playbooks.draft.explain(conversation, request.draft?.card.id)] : [],
    labelled: request.effects?.labelled ? yield* labelledEffects(playbooks, nowMs) : null,
    calls: talks ? yield* callEffects(playbooks, talks, () => performance.now() > lateAtMs) : null,
  };
}

function conversationOf(
  { turns, facts }: CardTrialRequest,
  nowMs: number,
): Conversation | undefined {
  const [first, ...rest] = turns.map(
    ({ speaker, text, sentiment }, index): Said => ({
      segmentId: segmentIdSchema.parse(
        `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      ),
      ...{ speaker, text, endMs: (index + 1) * SEGMENT_MS },
      sentiment: speaker === 'customer' ? sentiment : null,
    }),
  );
  if (!first) return undefined;
  return {
    said: [first, ...rest],
    customerName: null,
    isVerified: false,
    record: recordWith(facts, nowMs),
    orderNumber: undefined,
    namedOrders: [],
  };
}
