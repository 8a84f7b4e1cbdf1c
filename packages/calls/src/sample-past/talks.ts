import type { Agenda } from './agenda.ts';
import type { Draw } from './draw.ts';
import { isDuring } from './load-curve.ts';
import type { SampleIncident } from './sample-past.types.ts';
import type { Caller, Visit } from './visit.ts';
import type { Worker } from './worker.ts';

/** Median and spread of how long people talk; where all is slow so many times as long. */
const talk = { medianMs: 222_000, spread: 0.58, leastMs: 8_000 };
const SLOW = 2.5;
/** How long the rest of a talk takes that another agent has begun. */
const REST = 0.6;
const hourMs = 3_600_000;

/** A talk that begins. */
interface Beginning {
  visit: Visit;
  worker: Worker;
  atMs: number;
  /** Whether somebody else had the call before. */
  isTakenOn: boolean;
  onRequeued: (atMs: number) => void;
}

interface TalkParts {
  incidents: readonly SampleIncident[];
  agenda: Agenda;
  draw: Draw;
  onOver: (visit: Visit) => void;
  callAgain: (caller: Caller, atMs: number) => void;
}

/** Talks from the answer to the end of wrap-up. */
export function createTalks({ incidents, agenda, draw, onOver, callAgain }: TalkParts) {
  return { begin };

  function begin({ visit, worker, atMs, isTakenOn, onRequeued }: Beginning): void {
    visit.steps.push({ what: 'accepted', atMs, hand: worker.hand });
    worker.to('on-call', atMs, visit.callId);
    const slow = isDuring(incidents, 'slow', atMs) ? SLOW : 1;
    const medianMs = talk.medianMs * worker.hand.pace * slow * (isTakenOn ? REST : 1);
    const talkMs = talk.leastMs + draw.duration(medianMs, talk.spread);
    const endsAtMs = atMs + talkMs;
    if (draw.isOne(0.003)) {
      const leavesAtMs = atMs + Math.round(talkMs * (0.2 + 0.6 * draw.share()));
      agenda.add(leavesAtMs, () => {
        visit.steps.push({ what: 'requeued', atMs: leavesAtMs });
        worker.leave(leavesAtMs, draw.duration(hourMs / 3, 0.5));
        onRequeued(leavesAtMs);
      });
    } else agenda.add(endsAtMs, () => end(visit, worker, endsAtMs));
  }

  function end(visit: Visit, worker: Worker, atMs: number): void {
    const isLost = draw.isOne(0.012);
    const goneAtMs = isLost ? atMs - draw.whole(2_000, talk.leastMs - 1_000) : atMs;
    const hangsUp = draw.isOne(0.64) ? 'customer' : 'agent';
    visit.steps.push({ what: 'ended', atMs, by: isLost ? 'nobody' : hangsUp, goneAtMs });
    visit.isResolved = !isLost && draw.isOne(worker.hand.resolves);
    worker.to('wrap-up', atMs, visit.callId);
    const workMs = draw.duration(worker.hand.wrapUpMs, 0.55);
    // The system closes what nobody finishes.
    const isLeft = draw.isOne(0.002);
    const closedAtMs = atMs + workMs + (isLeft ? hourMs / 6 : 0);
    agenda.add(closedAtMs, () => close(visit, worker, closedAtMs, isLeft ? atMs + workMs : null));
    const isAgain = draw.isOne(visit.isResolved ? 0.05 : 0.28);
    if (isAgain) callAgain(visit.caller, atMs + draw.whole(20, 110) * hourMs);
  }

  function close(visit: Visit, worker: Worker, atMs: number, goneAtMs: number | null): void {
    visit.steps.push({ what: 'wrapped-up', atMs, goneAtMs });
    if (goneAtMs === null) worker.free(atMs);
    else worker.leave(atMs, 60_000, goneAtMs);
    onOver(visit);
  }
}
