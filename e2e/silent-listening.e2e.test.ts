import { type MonitorAccess, type Side, sides } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { type FakeSpeechToText, startFakeSpeechToText } from '@agent/testing/fake-speech-to-text';
import { SimulateScenarioKind } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlToken } from './listening/control-token.ts';
import { differences } from './listening/differences.ts';
import { type Ears, openEars } from './listening/ears.ts';
import { type ListenedCall, openListenedCall } from './listening/listened-call.ts';
import { askForMicrophone, openListeningPage } from './listening/listening-page.ts';
import type { Stretch } from './listening/observed-side.ts';
import { qualityFrames } from './listening/quality-frames.ts';
import { monitorRows, openSupervisor, type Supervisor } from './listening/supervisor.ts';
import { traces } from './listening/traces.ts';
import { type Scenario, simulateInPage } from './page-rooms.ts';
import type { Person } from './people.ts';
import { untilCalm, untilHeard } from './talking-pair.ts';
import { startTestStack } from './test-stack.ts';

/** How the sides lose and find their connections, without a listener and with ten. */
const reconnects = ['resume-reconnect', 'full-reconnect'] as const satisfies Scenario[];
/** A tone is at least so loud where it comes from, and at most so loud elsewhere; of full scale. */
const HEARD = 0.02;
const UNHEARD = 0.005;

describe('a supervisor who listens', () => {
  let fake: FakeSpeechToText;
  let stack: Stack;
  let call: ListenedCall;
  let supervisor: Supervisor;
  const usual: Record<Side, Stretch>[] = [];
  const usualReconnects: Record<Side, Stretch>[] = [];
  const listeners: { access: MonitorAccess; ears: Ears }[] = [];
  /** All by which a listener could be known. */
  const secrets = new Set(['sup-', 'Sam Supervisor']);
  const sidsOfSides = new Set<string>();

  beforeAll(async () => {
    // Tones are no words, even where they break off as speech does.
    fake = await startFakeSpeechToText(() => '');
    const services = ['postgres', 'livekit', 'bot', 'web'] as const;
    stack = await startTestStack({ OPENAI_BASE_URL: fake.url }, services);
    supervisor = await openSupervisor(stack);
    call = await openListenedCall(stack, 'tones');
    await call.stretch('settles');
    for (const name of ['usual 1', 'usual 2', 'usual 3']) usual.push(await call.stretch(name));
    for (const scenario of reconnects) {
      usualReconnects.push(await call.stretch('usual', () => reconnectSides(scenario)));
    }
    await call.stretch('settles again');
  });
  afterAll(async () => {
    await Promise.all(listeners.map(({ ears }) => ears.close()));
    supervisor?.close();
    await call?.close();
    await stack?.close();
    await fake?.close();
  });

  it('hears both sides, ten at once, of whom neither side notices that they come and listen', async () => {
    await expectSilent('one comes', () => come(1));
    await expectSilent('nine more come', () => come(9));
    for (const { ears } of listeners) await expect.poll(() => hearsBoth(ears)).toBe(true);
    await expectSilent('ten listen');
    const rows = await monitorRows(stack, call.callId);
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row).toMatchObject({ joined: true, left: false, endedBy: null });
  });

  it.each([
    SimulateScenarioKind.SIMULATE_SIGNAL_RECONNECT,
    SimulateScenarioKind.SIMULATE_FULL_RECONNECT,
    SimulateScenarioKind.SIMULATE_MIGRATION,
    SimulateScenarioKind.SIMULATE_NODE_FAILURE,
    SimulateScenarioKind.SIMULATE_SERVER_LEAVE,
  ])('is not noticed when its connection breaks (%s)', async (kind) => {
    await expectSilent(SimulateScenarioKind[kind], () => listeners[0]?.ears.simulate(kind));
  });

  it('is not noticed by a side that connects again meanwhile', async () => {
    for (const scenario of reconnects) {
      const stretch = await call.stretch(scenario, () => reconnectSides(scenario));
      await expectNoTrace(stretch);
      for (const side of sides) {
        const { isNew } = differences(stretch[side], [...usualOf(side), ...reconnectsOf(side)]);
        // How long a side is away is seen on the pages; what LiveKit says is the same each time.
        const frames = isNew.filter((what) => what.startsWith('frame '));
        expect.soft(frames, `${scenario}, ${side}`).toEqual([]);
      }
    }
    await expect.poll(() => hearsBoth(listeners[1]?.ears)).toBe(true);
  });

  it('is not noticed when it goes, by its page or by the server', async () => {
    await expectSilent('five leave', () => Promise.all(listeners.slice(0, 5).map(leave)));
    await expectSilent('five are put out', () => Promise.all(listeners.slice(5).map(stop)));
    await expect
      .poll(async () => (await call.inRoom()).filter(({ identity }) => identity.startsWith('sup-')))
      .toEqual([]);
    await expectSilent('nobody listens any more');
  });

  it('is not noticed with the page that supervisors have, and has no microphone there', async () => {
    let person: Person | undefined;
    await expectSilent('a page comes', async () => {
      person = await openListeningPage(stack, call.callId);
      await untilHeard(person);
    });
    if (!person) throw new Error('The page was not opened.');
    const listening = person;
    expect(await askForMicrophone(listening)).toBe('NotAllowedError');
    for (const scenario of reconnects) {
      await expectSilent(`${scenario} of a page`, async () => {
        await simulateInPage(listening.page, scenario);
        await untilHeard(listening);
      });
    }
    expect(listening.pageErrors).toEqual([]);
    await expectSilent('a page goes', () => listening.close());
  });

  it('is nowhere in what the agent can read of the call', async () => {
    const { page } = call.people.agent;
    for (const path of ['', '/events?after=0']) {
      const answer = await page.request.get(`/api/calls/${call.callId}${path}`);
      const text = await answer.text();
      expect(text).toContain(call.callId);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });

  // Last: it shows that what is looked for above would be found.
  it('would have been noticed if it were not hidden', async () => {
    const token = await controlToken(stack, call.callId, 'control-third');
    let visible: Ears | undefined;
    const seen = await call.stretch('a visible one comes', async () => {
      visible = await openEars({ url: stack.livekit.url, token });
    });
    await visible?.close();
    for (const side of sides) {
      const { isNew } = differences(seen[side], usualOf(side));
      expect(isNew).toContain('frame in: update');
      expect(isNew).toContain('room event: participantConnected');
      expect(traces([seen[side]], ['control-third'])).not.toEqual([]);
    }
  });

  async function come(count: number): Promise<void> {
    await Promise.all(
      Array.from({ length: count }, async () => {
        const access = await supervisor.listen(call.callId);
        listeners.push({ access, ears: await openEars(access) });
      }),
    );
  }

  /** Goes as a page does: it leaves the room and says so. */
  async function leave({ access, ears }: (typeof listeners)[number]): Promise<void> {
    await ears.close();
    await supervisor.stop(call.callId, access.monitorId);
  }

  async function stop({ access, ears }: (typeof listeners)[number]): Promise<void> {
    await supervisor.stop(call.callId, access.monitorId);
    await expect.poll(() => ears.isConnected()).toBe(false);
  }

  async function reconnectSides(scenario: Scenario): Promise<void> {
    const people = sides.map((side) => call.people[side]);
    await Promise.all(people.map(({ page }) => simulateInPage(page, scenario)));
    await Promise.all(people.map(untilCalm));
  }

  /** Lets a stretch pass and compares what either side could notice with how it is without a listener. */
  async function expectSilent(name: string, act?: () => Promise<unknown> | undefined) {
    const stretch = await call.stretch(name, async () => act?.());
    await expectNoTrace(stretch);
    for (const side of sides) {
      const found = differences(stretch[side], usualOf(side));
      expect.soft(found, `${name}, ${side}`).toEqual({ isNew: [], isMore: [] });
      const { count } = qualityFrames(stretch[side]);
      expect.soft(count).toBeLessThanOrEqual(1 + Math.ceil(stretch[side].lengthMs / 5_000));
    }
  }

  /** What cannot be told apart from chance by comparing: nobody is named who is not a side. */
  async function expectNoTrace(stretch: Record<Side, Stretch>): Promise<void> {
    for (const { identity, sid } of await call.inRoom()) {
      if (Object.values(call.identities).includes(identity)) sidsOfSides.add(sid);
      if (identity.startsWith('sup-')) secrets.add(identity).add(sid);
    }
    for (const { access } of listeners) secrets.add(access.monitorId).add(access.identity);
    for (const side of sides) {
      const { name, noticed } = stretch[side];
      expect.soft(traces([stretch[side]], [...secrets]), `${name}, ${side}`).toEqual([]);
      // While both sides connect again, each is told of itself alone.
      const { participants = 0, publishers = 0, isRecording, remote } = noticed.room ?? {};
      expect.soft(Math.max(participants, publishers), `${name}, ${side}`).toBeLessThanOrEqual(2);
      expect.soft(isRecording, `${name}, ${side}`).toBe(false);
      expect.soft(remote, `${name}, ${side}`).toHaveLength(1);
      const { sids } = qualityFrames(stretch[side]);
      expect.soft(sids.filter((sid) => !sidsOfSides.has(sid))).toEqual([]);
    }
  }

  function usualOf(side: Side): Stretch[] {
    return usual.map((stretch) => stretch[side]);
  }

  function reconnectsOf(side: Side): Stretch[] {
    return usualReconnects.map((stretch) => stretch[side]);
  }

  async function hearsBoth(ears: Ears | undefined): Promise<boolean> {
    const heard = await ears?.hear();
    return sides.every((side) => {
      const levels = heard?.get(call.identities[side]);
      const other = side === 'agent' ? 'customer' : 'agent';
      return levels !== undefined && levels[side] > HEARD && levels[other] < UNHEARD;
    });
  }
});
