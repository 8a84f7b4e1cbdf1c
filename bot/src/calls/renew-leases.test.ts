import { aCallId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import type { CallSession } from './call-session.ts';
import { renewLeases } from './renew-leases.ts';

const [one, two] = [aCallId(), aCallId()];

/** Renews the leases of three calls, of which the first alone is still ours; `active`: not over. */
async function renew({ active }: { active: boolean }) {
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
      read: async () => ({ ...state, isActive: active, isHeld: false, agentIdentity: null }),
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
    expect(await renew({ active: true })).toEqual(
      expect.arrayContaining([`${one} 4200`, `${two} 4200`]),
    );
    expect(await renew({ active: true })).toContain(`tells ${one} 9`);
  });

  it('abandons a call that goes on with another bot', async () => {
    expect((await renew({ active: true })).at(-1)).toBe(`abandon ${two}`);
  });

  it('finishes a call that is over', async () => {
    expect((await renew({ active: false })).at(-1)).toBe(`finish ${two}`);
  });
});
