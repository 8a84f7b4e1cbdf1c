import { createLog } from '@agent/process/log';
import type { ClaimedCall } from '@agent/store';
import { aCallId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import type { CallSession } from './call-session.ts';
import { createServedCalls } from './served-calls.ts';

const aCall = aCallId();

/** Calls whose sessions note what they are told and end when the test says so. */
function setUp() {
  const happened: string[] = [];
  const end = Promise.withResolvers<void>();
  const served = createServedCalls({
    startSession: ({ callId }): CallSession => ({
      callId,
      outboxDepth: 0,
      heardUntilMs: () => 4_200,
      setHeld: (isHeld) => void happened.push(`held ${isHeld}`),
      setPaused: (fromMs) => void (fromMs !== null && happened.push(`paused ${fromMs}`)),
      setAgentIdentity: (identity) => void happened.push(`agent ${identity}`),
      setListeners: () => undefined,
      note: (lastSeq) => void happened.push(`log ${lastSeq}`),
      hurry: () => undefined,
      async finish() {
        happened.push('finishes');
        await end.promise;
      },
      async handOn() {
        happened.push('hands on');
        await end.promise;
      },
      async abandon() {
        happened.push('abandons');
        await end.promise;
      },
    }),
    async release(_callId, heardUntilMs) {
      happened.push(`gives back at ${heardUntilMs}, ${served.sessions.length} served`);
    },
    logger: createLog({ part: 'bot', level: 'silent' }),
  });
  served.start({ callId: aCall } as ClaimedCall);
  return { served, happened, end };
}

describe('createServedCalls', () => {
  it('tells a session what is new of its call, and nothing of an agent that is not there', () => {
    const { served, happened } = setUp();
    const news = { agentIdentity: null, recordingPausedFromMs: null };
    served.tell(aCall, { ...news, held: true, lastSeq: 7 });
    served.tell(aCall, {
      ...{ held: false, lastSeq: 8 },
      ...{ agentIdentity: 'the agent', recordingPausedFromMs: 4_200 },
    });
    served.tell(aCallId(), { ...news, held: true, lastSeq: 9 });
    expect(happened).toEqual([
      'held true',
      'log 7',
      'held false',
      'paused 4200',
      'agent the agent',
      'log 8',
    ]);
  });

  it('ends a session once, and serves its call until it has ended', async () => {
    const { served, happened, end } = setUp();
    const ends = [served.end(aCall, 'finish'), served.end(aCall, 'abandon'), served.ended()];
    expect(happened).toEqual(['finishes']);
    expect(served.has(aCall)).toBe(true);
    end.resolve();
    await Promise.all(ends);
    expect(served.sessions).toEqual([]);
  });

  it('gives back what it hands on, once and when it serves it no more', async () => {
    const { served, happened, end } = setUp();
    const ends = [served.end(aCall, 'handOn'), served.end(aCall, 'handOn'), served.ended()];
    end.resolve();
    await Promise.all(ends);
    expect(happened).toEqual(['hands on', 'gives back at 4200, 0 served']);
  });

  it('gives back nothing that is over', async () => {
    const { served, happened, end } = setUp();
    end.resolve();
    await served.end(aCall, 'finish');
    expect(happened).toEqual(['finishes']);
  });

  it('serves a call no more whose session did not end well', async () => {
    const { served, end } = setUp();
    end.reject(new Error('the room is broken'));
    await served.end(aCall, 'abandon');
    expect(served.has(aCall)).toBe(false);
  });
});
