import { generalText } from './general-text.ts';
import type { Stretch } from './observed-side.ts';

/**
 * What LiveKit itself sends at times of its own, whoever is there: the last one is the one trace of a
 * listener who comes (decision 17), and names nobody but who receives it.
 */
export const unregularFrames = [
  'frame in: pongResp',
  'frame in: pong',
  'frame out: ping',
  'frame out: pingReq',
  'frame in: speakersChanged',
  'frame in: refreshToken',
  'frame in: connectionQuality',
] as const;

/** How a stretch differs from others in which nobody listened. */
export interface Differences {
  /** What happened that never happens otherwise, in words. */
  isNew: string[];
  /** What happened more often than ever otherwise in so long a time, by more than one. */
  isMore: string[];
}

/** Compares a stretch with those in which the same was done and nobody listened. */
export function differences(stretch: Stretch, usual: readonly Stretch[]): Differences {
  const before = usual.map((one) => ({ counted: counts(one), lengthMs: one.lengthMs }));
  const [isNew, isMore]: [string[], string[]] = [[], []];
  for (const [what, times] of counts(stretch)) {
    const expected = before.map(({ counted, lengthMs }) => {
      return (counted.get(what) ?? 0) * Math.max(1, stretch.lengthMs / lengthMs);
    });
    const most = Math.ceil(Math.max(0, ...expected));
    if (most === 0) isNew.push(what);
    else if (isRegular(what) && times > most + 1) {
      isMore.push(`${what}: ${times} instead of ${most}`);
    }
  }
  return { isNew: isNew.sort(), isMore: isMore.sort() };
}

/** Each kind of thing that a side could notice, and how often it did. */
export function counts(stretch: Stretch): Map<string, number> {
  const counted = new Map<string, number>();
  const add = (what: string, times: number) => counted.set(what, (counted.get(what) ?? 0) + times);
  for (const { kind } of stretch.passed) if (!isUnregular(kind)) add(kind, 1);
  for (const [what, times] of Object.entries(stretch.noticed.dom))
    add(`dom: ${generalText(what)}`, times);
  for (const [what, times] of Object.entries(stretch.noticed.roomEvents)) {
    add(`room event: ${what}`, times);
  }
  return counted;
}

function isUnregular(kind: string): boolean {
  return unregularFrames.some((known) => known === kind);
}

/** The document shows clocks and levels, which change as often as the browser has time for. */
function isRegular(what: string): boolean {
  return !what.startsWith('dom: ') && what !== 'room event: activeSpeakersChanged';
}
