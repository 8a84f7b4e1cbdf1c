import { aCallId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import { createIdentities } from './identities.ts';

const claimed = { customerIdentity: 'the-customer', agentIdentity: 'the-agent' };

describe('createIdentities', () => {
  it('tells the sides of a call from everybody else in its room', () => {
    const identities = createIdentities(claimed);
    expect(identities.speakerOf('the-customer')).toBe('customer');
    expect(identities.speakerOf('the-agent')).toBe('agent');
    expect(identities.speakerOf('sup-1')).toBeUndefined();
  });

  it('knows the agent by the identity of its last sign-in alone', () => {
    const identities = createIdentities(claimed);
    expect(identities.setAgent('the-agent-again')).toBe(true);
    expect(identities.speakerOf('the-agent')).toBeUndefined();
    expect(identities.speakerOf('the-agent-again')).toBe('agent');
    expect(identities.readers().map(({ identity }) => identity)).toEqual([
      'the-customer',
      'the-agent-again',
    ]);
  });

  it('keeps supervisors who listen apart from the sides', () => {
    const identities = createIdentities(claimed);
    const sides = identities.readers();
    identities.setListeners([{ callId: aCallId(), monitorId: 'a', hasJoined: false }]);
    expect(identities.supervisors()).toEqual(['sup-a']);
    expect(identities.readers()).toEqual(sides);
    expect(identities.speakerOf('sup-a')).toBeUndefined();
    identities.setListeners([]);
    expect(identities.supervisors()).toEqual([]);
  });

  it('takes a supervisor for a speaker while it is in the conversation, and for no side', () => {
    const identities = createIdentities(claimed);
    const row = { callId: aCallId(), monitorId: 'a', hasJoined: true };
    const listens = { ...row, monitorId: 'b', hasJoined: false };
    expect(identities.setListeners([listens])).toBe(false);
    expect(identities.speakers()).toEqual(['customer', 'agent']);
    expect(identities.setListeners([listens, row])).toBe(true);
    expect(identities.setListeners([row])).toBe(false);
    expect(identities.speakerOf('sup-a')).toBe('supervisor');
    expect(identities.speakerOf('sup-b')).toBeUndefined();
    expect(identities.speakers()).toEqual(['customer', 'agent', 'supervisor']);
    expect(identities.readers()).toHaveLength(2);
    expect(identities.setListeners([listens])).toBe(false);
    expect(identities.speakerOf('sup-a')).toBeUndefined();
    expect(identities.setListeners([{ ...row, monitorId: 'c' }])).toBe(true);
  });

  it('says that nothing has changed when the agent is whom it was', () => {
    expect(createIdentities(claimed).setAgent('the-agent')).toBe(false);
  });
});
