import { type CallId, callIdSchema } from '@agent/protocol';
import { type Agenda, createAgenda } from './agenda.ts';
import { type Callers, createCallers } from './callers.ts';
import { createDraw, type Draw } from './draw.ts';
import { arrivalsOf, isDuring } from './load-curve.ts';
import type { SampleIncident, SampleInterval, SamplePastOptions } from './sample-past.types.ts';
import { scheduleShifts } from './shifts.ts';
import type { Hand } from './staff.ts';
import { createTalks } from './talks.ts';
import type { Caller, Visit } from './visit.ts';
import { createWorker, type Worker } from './worker.ts';
import { daysOfZone } from './zone-days.ts';

/** A call that is over with what its agents did in it, or what agents did besides. */
export interface FloorItem {
  visit: Visit | null;
  intervals: readonly SampleInterval[];
}

const dayMs = 86_400_000;
const offerMs = 20_000;
const noticedAfterMs = 15_000;
/** Median and spread of what customers put up with. */
const patience = { medianMs: 130_000, spread: 0.9 };

/** Lets agents and customers meet from the first to the last moment; what is over by then is given. */
export function* runFloor(
  options: SamplePastOptions,
  staff: readonly Hand[],
): Generator<FloorItem> {
  const { seed, fromMs, untilMs, zone, callsPerDay, incidents } = options;
  const agenda = createAgenda();
  const draw = createDraw(seed, 'floor');
  const out: FloorItem[] = [];
  const ofCalls = new Map<CallId, SampleInterval[]>();
  const onInterval = (interval: SampleInterval) => {
    const { callId } = interval;
    if (callId === null) out.push({ visit: null, intervals: [interval] });
    else ofCalls.set(callId, [...(ofCalls.get(callId) ?? []), interval]);
  };
  const onOver = (visit: Visit) => {
    out.push({ visit, intervals: ofCalls.get(visit.callId) ?? [] });
    ofCalls.delete(visit.callId);
  };
  const onFree = (atMs: number) => floor.match(atMs);
  const workers = staff.map((hand) => createWorker({ hand, fromMs, agenda, onFree, onInterval }));
  const floor = createFloor({ options, agenda, draw, workers, onOver });
  const days = daysOfZone(fromMs - dayMs, untilMs, zone);
  for (const worker of workers) scheduleShifts({ worker, days, fromMs, agenda, draw });
  for (const day of days) {
    for (const atMs of arrivalsOf(day, { callsPerDay, incidents, draw })) {
      if (atMs >= fromMs) agenda.add(atMs, () => floor.arrive(atMs));
    }
  }
  for (let next = agenda.next(); next && next.atMs <= untilMs; next = agenda.next()) {
    next.act();
    yield* out.splice(0);
  }
  for (const worker of workers) worker.stop(untilMs);
  // Their calls go on, so there is no row of them.
  const unfinished = [...ofCalls.values()].flat();
  yield* out;
  yield { visit: null, intervals: unfinished.map((one) => ({ ...one, callId: null })) };
}

/** What a floor is made with. */
interface FloorParts {
  options: SamplePastOptions;
  agenda: Agenda;
  draw: Draw;
  workers: readonly Worker[];
  onOver: (visit: Visit) => void;
}

/** A call that waits, rings or is talked about. `turn` grows whenever what was planned for it no longer holds. */
interface Line {
  visit: Visit;
  waitsSinceMs: number;
  turn: number;
  offeredTo: Worker | null;
  /** They are not asked again. */
  declinedBy: Set<Worker>;
  hasBeenAnswered: boolean;
}

function createFloor({ options, agenda, draw, workers, onOver }: FloorParts) {
  const { incidents, queues } = options;
  const callers: Callers = createCallers(options);
  const waiting: Line[] = [];
  const talks = createTalks({ incidents, agenda, draw, onOver, callAgain });
  let calls = 0;

  return { arrive, match };

  function arrive(atMs: number, again?: Caller): void {
    calls += 1;
    const queue = draw.isOne(0.55) ? queues[0] : draw.one(queues);
    if (!queue) return;
    const caller = again ?? callers.next();
    const callId = callIdSchema.parse(draw.id());
    const rest = { isResolved: false, steps: [] };
    wait(newLine({ number: calls, callId, caller, queue, queuedAtMs: atMs, ...rest }), atMs);
  }

  function wait(line: Line, atMs: number): void {
    line.waitsSinceMs = atMs;
    standInLine(waiting, line);
    const goesAtMs = atMs + patienceMs(draw, incidents, atMs);
    agenda.add(goesAtMs, () => {
      if (waiting.includes(line) && line.waitsSinceMs === atMs) giveUp(line, goesAtMs);
    });
    match(atMs);
  }

  /** The one who waits longest goes to the one who has been idle longest. */
  function match(atMs: number): void {
    for (const line of waiting) {
      if (line.offeredTo) continue;
      const first = longestIdle(workers, line.declinedBy);
      if (first) offer(line, first, atMs);
    }
  }

  function offer(line: Line, worker: Worker, atMs: number): void {
    const { hand } = worker;
    const { visit } = line;
    line.offeredTo = worker;
    line.turn += 1;
    const { turn } = line;
    visit.steps.push({ what: 'offered', atMs, hand });
    worker.to('offered', atMs, visit.callId);
    const later = (afterMs: number, act: (thenMs: number) => void) =>
      agenda.add(atMs + afterMs, () => {
        if (line.turn === turn) act(atMs + afterMs);
      });
    if (draw.isOne(hand.misses)) {
      later(offerMs, (thenMs) => expire(line, worker, thenMs));
      return;
    }
    const isSlow = isDuring(incidents, 'impatient', atMs);
    const ringMs = Math.min(offerMs - 1, draw.duration(hand.ringMs * (isSlow ? 2.2 : 1), 0.45));
    const answer = draw.isOne(hand.declines) ? decline : accept;
    later(ringMs, (thenMs) => answer(line, worker, thenMs));
  }

  function takeBack(line: Line): void {
    line.offeredTo = null;
    line.turn += 1;
  }

  function expire(line: Line, worker: Worker, atMs: number): void {
    takeBack(line);
    line.visit.steps.push({ what: 'expired', atMs, hand: worker.hand });
    worker.rest('no-answer', draw.duration(110_000, 0.5), atMs);
    match(atMs);
  }

  function decline(line: Line, worker: Worker, atMs: number): void {
    takeBack(line);
    line.visit.steps.push({ what: 'declined', atMs, hand: worker.hand });
    line.declinedBy.add(worker);
    worker.free(atMs);
    match(atMs);
  }

  function giveUp(line: Line, goneAtMs: number): void {
    const worker = line.offeredTo;
    takeBack(line);
    waiting.splice(waiting.indexOf(line), 1);
    const atMs = draw.isOne(0.25) ? goneAtMs + noticedAfterMs : goneAtMs;
    line.visit.steps.push({ what: 'abandoned', atMs, goneAtMs });
    worker?.freeAgain(goneAtMs);
    if (draw.isOne(0.4)) callAgain(line.visit.caller, goneAtMs + draw.duration(25 * 60_000, 1));
    agenda.add(atMs, () => onOver(line.visit));
  }

  function accept(line: Line, worker: Worker, atMs: number): void {
    takeBack(line);
    waiting.splice(waiting.indexOf(line), 1);
    const { visit, hasBeenAnswered: isTakenOn } = line;
    line.hasBeenAnswered = true;
    talks.begin({ visit, worker, atMs, isTakenOn, onRequeued: (thenMs) => wait(line, thenMs) });
  }

  function callAgain(caller: Caller, atMs: number): void {
    agenda.add(atMs, () => arrive(atMs, caller));
  }
}

function newLine(visit: Visit): Line {
  const { queuedAtMs } = visit;
  return {
    ...{ visit, waitsSinceMs: queuedAtMs, turn: 0, offeredTo: null },
    ...{ declinedBy: new Set(), hasBeenAnswered: false },
  };
}

/** Who comes back takes the place that it had. */
function standInLine(waiting: Line[], line: Line): void {
  const before = waiting.findIndex(({ visit }) => visit.queuedAtMs > line.visit.queuedAtMs);
  waiting.splice(before < 0 ? waiting.length : before, 0, line);
}

function patienceMs(draw: Draw, incidents: readonly SampleIncident[], atMs: number): number {
  if (draw.isOne(0.01)) return draw.whole(900, 4_900);
  const isImpatient = isDuring(incidents, 'impatient', atMs) && draw.isOne(0.36);
  if (isImpatient) return draw.whole(5_100, 11_000);
  // Where all takes longer, people are told so.
  const factor = isDuring(incidents, 'slow', atMs) ? 8 : 1;
  return draw.duration(factor * patience.medianMs, patience.spread) + 5_000;
}

function longestIdle(workers: readonly Worker[], but: ReadonlySet<Worker>): Worker | undefined {
  return workers
    .filter((worker) => worker.isAvailable() && !but.has(worker))
    .sort((a, b) => a.idleSinceMs() - b.idleSinceMs())[0];
}
