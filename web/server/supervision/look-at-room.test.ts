import { randomUUID } from 'node:crypto';
import { supervisorIdentity } from '@agent/protocol';
import type { WatchedMonitor } from '@agent/store';
import { aCallId, aUserId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { absenceTimings, lookAtRoom } from './look-at-room.ts';

const start = new Date('2030-01-01T10:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);

function aMonitor(differing: Partial<WatchedMonitor> = {}): WatchedMonitor {
  return {
    ...{ id: randomUUID(), callId: aCallId(), supervisorId: aUserId(), supervisorName: 'Maria' },
    ...{ mode: 'listen', agentTold: false, askedAt: start, joinedAt: null, seenAt: null },
    ...{ leftAt: null, endedAt: null, endedBy: null, endTold: false, mayStay: true },
    ...differing,
  };
}

const look = (monitors: WatchedMonitor[], identities: string[], now = start) =>
  lookAtRoom({ identities, monitors, now });

describe('a look at a room', () => {
  it('leaves alone its sides, its bot, and who has a row that is open', () => {
    const monitor = aMonitor();
    const found = look([monitor], ['ada', 'bot-1', supervisorIdentity(monitor.id)]);
    expect(found).toEqual({ strangers: [], there: [monitor.id], gone: [], ending: [] });
  });

  it('finds supervisors without a row, and those whose row has ended', () => {
    const ended = aMonitor({ joinedAt: start, endedAt: start, endedBy: 'removed' });
    const identities = ['sup-x', supervisorIdentity(ended.id)];
    const found = look([ended], identities);
    expect(found).toEqual({ strangers: identities, there: [], gone: [], ending: [] });
  });

  it('ends a row nobody has come by once its token is over', () => {
    const monitor = aMonitor();
    const { neverJoinedAfterMs } = absenceTimings;
    expect(look([monitor], [], after(neverJoinedAfterMs - 1)).ending).toEqual([]);
    const { ending } = look([monitor], [], after(neverJoinedAfterMs));
    expect(ending).toEqual([{ monitor, by: 'never-joined' }]);
  });

  it('waits a while for somebody who is away, from when that was seen', () => {
    const joinedAt = start;
    const there = aMonitor({ joinedAt, seenAt: start });
    expect(look([there], [], after(3_600_000))).toMatchObject({ gone: [there.id], ending: [] });
    const away = { ...there, leftAt: after(1_000) };
    const { lostAfterMs } = absenceTimings;
    expect(look([away], [], after(lostAfterMs + 999)).ending).toEqual([]);
    const { ending } = look([away], [], after(lostAfterMs + 1_000));
    expect(ending).toEqual([{ monitor: away, by: 'lost' }]);
    const back = look([away], [supervisorIdentity(away.id)], after(lostAfterMs + 1_000));
    expect(back).toMatchObject({ there: [away.id], ending: [] });
  });

  it('ends the row of somebody who does not look after the call any more', () => {
    const monitor = aMonitor({ joinedAt: start, mayStay: false });
    const { ending } = look([monitor], [supervisorIdentity(monitor.id)]);
    expect(ending).toEqual([{ monitor, by: 'removed' }]);
  });
});
