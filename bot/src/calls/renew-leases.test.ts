import { aCallId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import type { CallSession } from './call-session.ts';
import type { StoredCall } from './call-store.ts';
import { renewLeases } from './renew-leases.ts';

const [one, two] = [aCallId(), aCallId()];

/** Renews the leases of two calls, of which the first alone is still ours, and the other stands so. */
async function renew(standing: StoredCall['standing']) {
  const happened: string[] = [];
  const sessions = [one, two].map(
    (callId) => ({ callId, heardUntilMs: () => 4_200 }) as CallSession,
  );
  const state = { lastSeq: 9, recordingPausedFromMs: null };
  const lease = { ...state, callId: one, held: false, agentIdentity: 'the agent' };
  await renewLeases(
    {
      async renew(heard) {
        happened.push(...heard.map(({ callId, heardUntilMs }) => `${callId} ${heardUntilMs}`));
        return [lease];
      },
      read: async () => ({ ...state, standing, isHeld: false, agentIdentity: null }),
    },
    {
      sessions,
      tell: (callId, { lastSeq }) => void happened.push(`tells ${callId} ${lastSeq}`),
      end: async (callId, how) => void happened.push(`${how} ${callId}`),
    },
  );
  return happened;
}

describe('renewLeases', () => {
  it('says how far each call is heard, and tells those that are ours how they stand', async () => {
    expect(await renew('active')).toEqual(expect.arrayContaining([`${one} 4200`, `${two} 4200`]));
    expect(await renew('active')).toContain(`tells ${one} 9`);
  });

  it('abandons a call that goes on with another bot', async () => {
    expect((await renew('active')).at(-1)).toBe(`abandon ${two}`);
  });

  it('hands on a call that waits for another agent', async () => {
    expect((await renew('waiting')).at(-1)).toBe(`handOn ${two}`);
  });

  it('finishes a call that is over', async () => {
    expect((await renew('over')).at(-1)).toBe(`finish ${two}`);
  });
});
