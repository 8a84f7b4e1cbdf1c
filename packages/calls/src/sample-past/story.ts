import type { EndReason } from '@agent/protocol';
import { createDraw, type Draw } from './draw.ts';
import { language } from './language.ts';
import { countPublic, createLogBook, type LogBook } from './log-book.ts';
import type { SampleCall, SampleCallRow, SamplePastOptions } from './sample-past.types.ts';
import type { Hand } from './staff.ts';
import { writeSpell } from './talk.ts';
import type { Visit, VisitStep } from './visit.ts';

type Step<What extends VisitStep['what']> = VisitStep & { what: What };

/** What a story knows besides its steps. */
interface Story {
  visit: Visit;
  draw: Draw;
  book: LogBook;
  isTranscribed: boolean;
  answeredAtMs: number | null;
  mood: { from: number; to: number };
  lineEveryMs: number;
}

const transcribedShare = 0.92;
const ratedShare = 0.27;
/** How customers feel at the beginning, by what their topic asks of the agent. */
const moods: Partial<Record<string, number>> = {
  empathise: -0.5,
  escalate: -0.55,
  offer_refund: -0.35,
  offer_retention: -0.25,
  explain: -0.05,
};

/** Tells a visit as a row and a log. */
export function storyOf(
  visit: Visit,
  { seed, untilMs, lineEveryMs = 9_000 }: SamplePastOptions,
): SampleCall {
  const draw = createDraw(seed, 'call', visit.number);
  const book = createLogBook(visit.callId, draw);
  const isTranscribed = draw.isOne(transcribedShare);
  const accepted = visit.steps.find((step): step is Step<'accepted'> => step.what === 'accepted');
  const answeredAtMs = accepted?.atMs ?? null;
  const mood = moodOf(visit, draw, accepted);
  const story = { visit, draw, book, isTranscribed, answeredAtMs, mood, lineEveryMs };
  writeBeginning(story);
  visit.steps.forEach((step, index) => {
    writeStep(story, step, visit.steps.slice(index + 1));
  });
  const { wrapUp, rating } = endOf(story, untilMs);
  const events = book.events();
  const row = rowOf(story, { wrapUp, rating });
  return { row: { ...row, lastSeq: events.length, lastPublicSeq: countPublic(events) }, events };
}

function moodOf(visit: Visit, draw: Draw, accepted: Step<'accepted'> | undefined) {
  const waitedMinutes = ((accepted?.atMs ?? visit.queuedAtMs) - visit.queuedAtMs) / 60_000;
  const topic = moods[visit.caller.topics[0]?.action ?? ''] ?? -0.12;
  const from = topic - 0.12 * Math.min(4, waitedMinutes) + 0.15 * draw.normal();
  const change = visit.isResolved ? 0.62 : 0.05;
  return { from, to: from + change + (accepted?.hand.charm ?? 0) + 0.15 * draw.normal() };
}

function writeBeginning({ visit, book, isTranscribed }: Story): void {
  const { id, name } = visit.queue;
  book.add(visit.queuedAtMs, 'call.queued', 'customer', {
    ...{ customerName: visit.caller.name, transcribed: isTranscribed, recorded: false },
    queue: { id, name },
  });
}

function writeStep(story: Story, step: VisitStep, later: readonly VisitStep[]): void {
  const { book } = story;
  switch (step.what) {
    case 'offered':
      book.add(step.atMs, 'call.offered', 'system', { agentId: step.hand.id });
      break;
    case 'declined':
      book.add(step.atMs, 'call.offer-declined', 'agent', { agentId: step.hand.id });
      break;
    case 'expired':
      book.add(step.atMs, 'call.offer-expired', 'system', { agentId: step.hand.id });
      break;
    case 'accepted':
      writeAccepted(story, { hand: step.hand, atMs: step.atMs }, later);
      break;
    case 'requeued':
      book.add(step.atMs, 'call.requeued', 'system', { reason: 'agent-left' });
      break;
    case 'abandoned':
      writeAbandoned(story, step);
      break;
    case 'ended':
      writeEnded(story, step);
      break;
    case 'wrapped-up':
      // Written with its outcome.
      break;
    default:
      step satisfies never;
  }
}

function writeAbandoned({ book, visit }: Story, { atMs, goneAtMs }: Step<'abandoned'>): void {
  const isLost = goneAtMs < atMs;
  const waitedMs = goneAtMs - (requeuedAtMs(visit) ?? visit.queuedAtMs);
  const reason = isLost ? 'customer-lost' : 'customer-left';
  book.add(atMs, 'call.abandoned', isLost ? 'system' : 'customer', { reason, waitedMs });
}

function writeEnded({ book, answeredAtMs }: Story, step: Step<'ended'>): void {
  const { by, atMs, goneAtMs } = step;
  const lost = by === 'nobody' ? { lostMs: goneAtMs - (answeredAtMs ?? 0) } : {};
  const actor = by === 'nobody' ? 'system' : by;
  book.add(atMs, 'call.ended', actor, { reason: reasonOf(step), ...lost });
}

function writeAccepted(
  story: Story,
  { hand, atMs }: { hand: Hand; atMs: number },
  later: readonly VisitStep[],
): void {
  const { book, draw, visit, isTranscribed, mood, lineEveryMs } = story;
  const answeredAtMs = story.answeredAtMs ?? atMs;
  const { customerId } = visit.caller;
  book.add(atMs, 'call.accepted', 'agent', { agentId: hand.id, agentName: hand.displayName });
  for (const [index, speaker] of (['customer', 'agent'] as const).entries()) {
    book.add(atMs + 300 + index * 150, 'participant.joined', speaker, { speaker });
  }
  if (customerId && atMs === answeredAtMs) {
    book.add(atMs + 80, 'customer.linked', 'system', { customerId, by: 'match' });
  }
  const end = later.find(({ what }) => what === 'ended' || what === 'requeued');
  const untilMs = end && 'goneAtMs' in end && end.goneAtMs !== null ? end.goneAtMs : end?.atMs;
  if (untilMs === undefined) return;
  const spell = { visit, hand, fromMs: atMs, untilMs, answeredAtMs, mood, lineEveryMs };
  writeSpell(book, draw, { ...spell, isTranscribed });
  if (draw.isOne(0.015)) writeHelp(story, atMs, untilMs);
}

/** The agent asks for help; what is not over by then ends with the talk. */
function writeHelp({ book, draw }: Story, fromMs: number, untilMs: number): void {
  const { lines } = language;
  const helpId = draw.id();
  const askedMs = fromMs + Math.round((untilMs - fromMs) * 0.4);
  book.add(askedMs, 'help.requested', 'agent', { helpId, reason: lines.helpReason });
  const takenMs = askedMs + draw.duration(18_000, 0.5);
  if (takenMs >= untilMs) return;
  book.add(takenMs, 'help.taken', 'supervisor', { helpId, by: lines.helper });
  const doneMs = takenMs + draw.duration(40_000, 0.4);
  if (doneMs < untilMs) book.add(doneMs, 'help.ended', 'supervisor', { helpId, how: 'done' });
}

interface WrapUp {
  step: Step<'wrapped-up'>;
  disposition: string | null;
  notes: string;
}

interface Rating {
  atMs: number;
  score: number;
}

/** Wrap-up and stars, which come after the end. */
function endOf(story: Story, untilMs: number): { wrapUp: WrapUp | null; rating: Rating | null } {
  const { visit, book, draw, mood } = story;
  const ended = stepOf(visit, 'ended');
  const step = stepOf(visit, 'wrapped-up');
  if (!ended || !step) return { wrapUp: null, rating: null };
  const disposition = dispositionOf(story, step);
  const title = visit.caller.topics[0]?.title;
  const notes = title && step.goneAtMs === null ? language.lines.notes(title) : '';
  const by = step.goneAtMs === null ? 'agent' : 'system';
  const wrapUpMs = (step.goneAtMs ?? step.atMs) - ended.atMs;
  book.add(step.atMs, 'call.wrapped-up', by, { disposition, notes, wrapUpMs });
  const wrapUp = { step, disposition, notes };
  if (!draw.isOne(ratedShare)) return { wrapUp, rating: null };
  const isLate = draw.isOne(0.06);
  const atMs = ended.atMs + (isLate ? draw.whole(600_000, 5_400_000) : draw.duration(14_000, 0.6));
  if (atMs > untilMs) return { wrapUp, rating: null };
  const score = Math.max(1, Math.min(5, Math.round(3.5 + 1.7 * mood.to + 0.8 * draw.normal())));
  book.add(atMs, 'call.rated', 'customer', { score, comment: '' });
  return { wrapUp, rating: { atMs, score } };
}

function dispositionOf({ visit, draw }: Story, { goneAtMs }: Step<'wrapped-up'>): string | null {
  if (goneAtMs !== null) return 'other';
  const fitting = visit.queue.outcomes.filter(({ resolves }) => resolves === visit.isResolved);
  const [first] = fitting.length > 0 ? fitting : visit.queue.outcomes;
  if (!first) return null;
  return draw.isOne(0.6) ? first.id : draw.one(fitting.length > 0 ? fitting : [first]).id;
}

function rowOf(
  { visit, isTranscribed, answeredAtMs }: Story,
  { wrapUp, rating }: { wrapUp: WrapUp | null; rating: Rating | null },
): Omit<SampleCallRow, 'lastSeq' | 'lastPublicSeq'> {
  const { caller, queue, callId: id, queuedAtMs } = visit;
  const ended = stepOf(visit, 'ended');
  const abandoned = stepOf(visit, 'abandoned');
  const endedAtMs = (ended ?? abandoned)?.atMs ?? queuedAtMs;
  const takenOnAtMs = takenOn(visit);
  const hand = ended ? lastHand(visit) : undefined;
  const goneAtMs = ended?.goneAtMs ?? abandoned?.goneAtMs ?? endedAtMs;
  const talkEndedAtMs = ended ? ended.goneAtMs : requeuedAtMs(visit);
  return {
    ...{ id, status: ended ? 'closed' : 'abandoned' },
    ...{ queueId: queue.id, queueName: queue.name, targetSeconds: queue.targetSeconds },
    ...{ customerName: caller.name, contact: caller.contact, transcribed: isTranscribed },
    customerId: answeredAtMs === null ? null : caller.customerId,
    queuedAt: new Date(queuedAtMs),
    ...{ agentId: hand?.id ?? null, agentName: hand?.displayName ?? null },
    answeredAt: timeOf(answeredAtMs),
    requeuedAt: timeOf(requeuedAtMs(visit)),
    takenOnAt: timeOf(takenOnAtMs),
    withoutAgentMs: takenOnAtMs === null ? 0 : takenOnAtMs - (requeuedAtMs(visit) ?? takenOnAtMs),
    endedAt: new Date(endedAtMs),
    talkEndedAt: timeOf(talkEndedAtMs),
    endReason: ended ? reasonOf(ended) : null,
    wrapUpStartedAt: timeOf(ended?.atMs ?? null),
    wrappedUpAt: timeOf(wrapUp?.step.atMs ?? null),
    closedBy: closerOf(wrapUp),
    ...{ disposition: wrapUp?.disposition ?? null, notes: wrapUp?.notes ?? '' },
    ...{ ratedAt: timeOf(rating?.atMs ?? null), rating: rating?.score ?? null },
    customerSeenAt: new Date(goneAtMs),
    agentSeenAt: timeOf(wrapUp ? (wrapUp.step.goneAtMs ?? wrapUp.step.atMs) : null),
  };
}

function closerOf(wrapUp: WrapUp | null): 'agent' | 'system' | null {
  if (!wrapUp) return null;
  return wrapUp.step.goneAtMs === null ? 'agent' : 'system';
}

function reasonOf({ by }: Step<'ended'>): EndReason {
  if (by === 'nobody') return 'customer-lost';
  return by === 'customer' ? 'customer-hung-up' : 'agent-hung-up';
}

function stepOf<What extends VisitStep['what']>(visit: Visit, what: What): Step<What> | undefined {
  return visit.steps.findLast((step): step is Step<What> => step.what === what);
}

function lastHand(visit: Visit): Hand | undefined {
  return stepOf(visit, 'accepted')?.hand;
}

function requeuedAtMs(visit: Visit): number | null {
  return stepOf(visit, 'requeued')?.atMs ?? null;
}

/** When another agent took it after it was put back. */
function takenOn(visit: Visit): number | null {
  const back = requeuedAtMs(visit);
  const last = stepOf(visit, 'accepted')?.atMs ?? 0;
  return back !== null && last > back ? last : null;
}

function timeOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}
