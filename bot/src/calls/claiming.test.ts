import { createLog } from '@agent/process/log';
import type { ClaimedCall } from '@agent/store';
import { describe, expect, it } from 'vitest';
import type { CallSession } from './call-session.ts';
import { createClaiming } from './claiming.ts';
import type { OutagePhase } from './outage.ts';

/** A bot that serves some calls, beside a store that always has another one. */
function setUp({ serving = 0, isTooBig = false, phase = 'none' as OutagePhase } = {}) {
  const happened: string[] = [];
  const claim = Promise.withResolvers<void>();
  claim.resolve();
  let claiming = claim.promise;
  const sessions = Array.from({ length: serving }, (_, at) => ({ callId: `${at}` }) as CallSession);
  const subject = createClaiming({
    store: {
      async claim(capacity, known) {
        happened.push(`asks for ${capacity} beside ${known.length}`);
        await claiming;
        if (capacity === 0) return [];
        return [{ callId: 'new', heardUntilMs: 300 } as ClaimedCall];
      },
    },
    served: { sessions, start: ({ callId }) => void happened.push(`starts ${callId}`) },
    outage: { phase, ended: () => void happened.push('Postgres is back') },
    maxCalls: 3,
    isTooBig: () => isTooBig,
    onStarted: () => void happened.push('serves more'),
    onSpent: () => void happened.push('is spent'),
    release: async (callId, heardUntilMs) =>
      void happened.push(`gives ${callId} back at ${heardUntilMs}`),
    logger: createLog({ part: 'bot', level: 'silent' }),
  });
  return { subject, happened, claimTakes: (until: Promise<void>) => (claiming = until) };
}

describe('createClaiming', () => {
  it('asks for as many calls as it has room for', async () => {
    const { subject, happened } = setUp({ serving: 1 });
    await subject.claim();
    expect(happened).toEqual(['asks for 2 beside 1', 'starts new', 'serves more']);
  });

  it('asks for none without room', async () => {
    const { subject, happened } = setUp({ serving: 3 });
    await subject.claim();
    expect(happened).toEqual([]);
  });

  it('only asks whether Postgres is back while it is away', async () => {
    const { subject, happened } = setUp({ phase: 'away' });
    await subject.claim();
    expect(happened).toEqual(['asks for 0 beside 0', 'Postgres is back']);
  });

  it('leaves every bot the time to renew its leases after an outage', async () => {
    const { subject, happened } = setUp({ phase: 'settling' });
    await subject.claim();
    expect(happened).toEqual([]);
  });

  it('takes none when its process is too big, and says so after its last', async () => {
    const busy = setUp({ serving: 1, isTooBig: true });
    await busy.subject.claim();
    expect(busy.happened).toEqual([]);
    const idle = setUp({ isTooBig: true });
    await idle.subject.claim();
    expect(idle.happened).toEqual(['is spent']);
  });

  it('gives back what comes after it has stopped, from where it was heard', async () => {
    const { subject, happened, claimTakes } = setUp();
    const slow = Promise.withResolvers<void>();
    claimTakes(slow.promise);
    const claimed = subject.claim();
    const stopped = subject.stop();
    slow.resolve();
    await Promise.all([claimed, stopped]);
    expect(happened).toEqual(['asks for 3 beside 0', 'gives new back at 300']);
  });
});
