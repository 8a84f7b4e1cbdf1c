import { loadScript, type Script } from '@agent/testing/script';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallRoom } from './call-room.ts';
import { createFakeWeb } from './fake-web.ts';
import {
  runScriptedCall,
  type ScriptedCallOptions,
  type ScriptedCallState,
} from './scripted-caller.ts';

let script: Script;
beforeAll(async () => {
  const loaded = await loadScript('password-reset');
  const firstTurn = loaded.turns.filter(({ speaker }) => speaker === 'customer').slice(0, 1);
  script = { ...loaded, turns: firstTurn };
});

/** A room with an agent who says nothing. */
function fakeRoom() {
  const spoken: number[] = [];
  let closed = 0;
  const room: CallRoom = {
    waitForAgent: async () => {},
    speak: async (samples) => {
      spoken.push(samples.length);
    },
    agentSpeech: () => ({ speaking: false, atMs: 0 }),
    close: async () => {
      closed += 1;
    },
  };
  return { room, spoken, closedTimes: () => closed };
}

function setUp(web = createFakeWeb('active')) {
  const fake = fakeRoom();
  const states: ScriptedCallState[] = [];
  const stop = new AbortController();
  const options: ScriptedCallOptions = {
    webUrl: 'http://127.0.0.1:3000',
    script,
    signal: stop.signal,
    fetch: web.fetch,
    join: async () => fake.room,
    patience: { afterAnswerMs: 5, withoutAnswerMs: 5, longestAnswerMs: 5000 },
    onState: (state) => states.push(state),
  };
  return { web, ...fake, states, stop, options };
}

describe('runScriptedCall', () => {
  it('waits, talks, hangs up and rates through the product API', async () => {
    const { web, options, states, spoken, closedTimes } = setUp(createFakeWeb('queued'));
    const call = runScriptedCall({
      ...options,
      onState: (state) => {
        states.push(state);
        if (state === 'waiting') setImmediate(() => web.setStatus('active'));
      },
    });
    await call;
    expect(states).toEqual(['waiting', 'answered', 'talking', 'ended']);
    expect(spoken).toHaveLength(1);
    expect(closedTimes()).toBe(1);
    expect(web.requests).toContain(`POST /api/calls/${web.callId}/hangup`);
    expect(web.bodies.get(`/api/calls/${web.callId}/rating`)).toMatchObject({ score: 5 });
  });

  it('goes on with another agent when the one it talks with had to leave', async () => {
    const { web, options, states, room, spoken } = setUp();
    let waits = 0;
    const waitForAgent = async () => {
      waits += 1;
      await new Promise((resolve) => setImmediate(resolve));
    };
    await runScriptedCall({
      ...options,
      join: async () => ({ ...room, waitForAgent }),
      onState(state) {
        states.push(state);
        if (state === 'answered') web.setStatus('queued');
      },
    });
    expect(web.requests).toContain(`POST /api/calls/${web.callId}/heartbeat`);
    expect(states).toEqual(['waiting', 'answered', 'talking', 'ended']);
    expect(waits).toBe(2);
    expect(spoken).toHaveLength(1);
  });

  it('calls as the script’s customer, who has a record', async () => {
    const { web, options } = setUp();
    await runScriptedCall(options);
    expect(web.bodies.get('/api/calls')).toMatchObject({
      name: 'Robin Lee',
      contact: 'robin.lee@example.com',
    });
  });

  it('agrees to be recorded unless told otherwise', async () => {
    const { web, options } = setUp();
    await runScriptedCall(options);
    const said = () => web.bodies.get('/api/calls');
    expect(said()).toMatchObject({ consent: 'accepted', recording: 'accepted' });
    await runScriptedCall({ ...options, recording: false });
    expect(said()).toMatchObject({ consent: 'accepted', recording: 'declined' });
  });

  it('leaves the queue when it is stopped while waiting', async () => {
    const { web, options, states, stop } = setUp(createFakeWeb('queued'));
    const onState = (state: ScriptedCallState) => {
      states.push(state);
      if (state === 'waiting') stop.abort();
    };
    await runScriptedCall({ ...options, onState });
    expect(states).toEqual(['waiting', 'abandoned']);
    expect(web.requests.at(-1)).toBe(`POST /api/calls/${web.callId}/leave`);
  });

  it('ends without a word when the call was abandoned', async () => {
    const { options, states } = setUp(createFakeWeb('abandoned'));
    await runScriptedCall(options);
    expect(states).toEqual(['waiting', 'abandoned']);
  });

  it('leaves the room when the agent hangs up', async () => {
    const { web, options, states, closedTimes } = setUp();
    const join: ScriptedCallOptions['join'] = async (access, onDisconnected) => {
      const room = await options.join?.(access, onDisconnected);
      if (!room) throw new Error('no room');
      web.setStatus('wrap-up');
      setImmediate(onDisconnected);
      return { ...room, agentSpeech: () => ({ speaking: true, atMs: 0 }) };
    };
    await runScriptedCall({ ...options, join });
    expect(states.at(-1)).toBe('ended');
    expect(closedTimes()).toBe(1);
  });

  it('closes the room and hangs up when speaking fails', async () => {
    const { web, options, room, closedTimes } = setUp();
    const waitForAgent = () => Promise.reject(new Error('media failed'));
    const call = runScriptedCall({ ...options, join: async () => ({ ...room, waitForAgent }) });
    await expect(call).rejects.toThrow('media failed');
    expect(closedTimes()).toBe(1);
    expect(web.requests).toContain(`POST /api/calls/${web.callId}/hangup`);
  });
});
