import { describe, expect, it } from 'vitest';
import { createJobQueue, type JobQueueOptions } from './job-queue.ts';
import type { Priority, Ticket } from './ticket.ts';

describe('createJobQueue', () => {
  it('starts the final at once while an interim runs', async () => {
    const { submit, started } = testQueue();
    submit('a', { priority: 'interim' });
    submit('b', { priority: 'final' });
    expect(started).toEqual(['a', 'b']);
  });

  it('starts no interim while a final waits', async () => {
    const { submit, finish, started } = testQueue();
    submit('final 1');
    submit('final 2');
    submit('interim', { priority: 'interim' });
    expect(started).toEqual(['final 1']);
    await finish('final 1');
    expect(started).toEqual(['final 1', 'final 2', 'interim']);
  });

  it('takes the customer before the agent, else in order of arrival', async () => {
    const { submit, finish, started } = testQueue();
    submit('first');
    submit('agent 1', { speaker: 'agent' });
    submit('agent 2', { speaker: 'agent' });
    submit('customer');
    for (const name of ['first', 'customer', 'agent 1', 'agent 2']) await finish(name);
    expect(started).toEqual(['first', 'customer', 'agent 1', 'agent 2']);
  });

  it('keeps one interim in flight per track and lets the newest replace the one that waits', async () => {
    const { submit, finish, started, dropped } = testQueue();
    submit('old', { priority: 'interim', track: 't' });
    const waiting = submit('newer', { priority: 'interim', track: 't' });
    submit('other track', { priority: 'interim', track: 'u' });
    submit('newest', { priority: 'interim', track: 't' });
    await expect(waiting).rejects.toMatchObject({ reason: 'superseded' });
    for (const name of ['old', 'other track', 'newest']) await finish(name);
    expect(started).toEqual(['old', 'other track', 'newest']);
    expect(dropped).toEqual(['superseded']);
  });

  it('drops the waiting interim of a track whose final arrives', async () => {
    const { submit } = testQueue();
    submit('running', { priority: 'interim', track: 't' });
    const waiting = submit('waiting', { priority: 'interim', track: 't' });
    submit('final', { track: 't' });
    await expect(waiting).rejects.toMatchObject({ reason: 'superseded' });
  });

  it('drops a job whose client hung up, before it starts', async () => {
    const { submit, finish, started, queue } = testQueue();
    const client = new AbortController();
    submit('running');
    const waiting = submit('gone', { signal: client.signal });
    client.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'cancelled' });
    expect(queue.depth('final')).toBe(0);
    await finish('running');
    expect(started).toEqual(['running']);
    await expect(submit('dead', { signal: client.signal })).rejects.toMatchObject({
      reason: 'cancelled',
    });
  });

  it('refuses interims with a time to come back once too much waits, and still takes finals', async () => {
    const { submit, queue } = testQueue({ maxInterimWaitMs: 500 });
    submit('running');
    submit('waiting 1');
    submit('waiting 2');
    await expect(submit('interim', { priority: 'interim' })).rejects.toMatchObject({
      reason: 'overloaded',
      retryAfterMs: 600,
    });
    submit('waiting 3');
    expect(queue.depth('final')).toBe(3);
  });

  it('learns from the jobs done how long a wait will be', async () => {
    const { submit, finish, clock } = testQueue({ maxInterimWaitMs: 500 });
    for (let job = 0; job < 30; job += 1) {
      submit(`slow ${job}`);
      clock.ms += 2000;
      await finish(`slow ${job}`);
    }
    submit('running');
    submit('waiting');
    const interim = submit('interim', { priority: 'interim' });
    await expect(interim).rejects.toMatchObject({ reason: 'overloaded' });
  });

  it('refuses even finals beyond the bound of memory', async () => {
    const { submit } = testQueue({ maxWaitingBytes: 100 });
    submit('running', { bytes: 90 });
    submit('waiting', { bytes: 90 });
    await expect(submit('more', { bytes: 20 })).rejects.toMatchObject({ reason: 'full' });
  });

  it('goes on after a job that failed', async () => {
    const { queue, started, submit } = testQueue();
    const failing = queue.submit(ticket({}), () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await Promise.resolve();
    submit('next');
    expect(started).toEqual(['next']);
  });

  it('finishes what it accepted when closed, refuses the rest, and closes twice', async () => {
    const { submit, finish, queue } = testQueue();
    const accepted = submit('accepted');
    const waiting = submit('waiting');
    const closing = Promise.all([queue.close(), queue.close()]);
    await expect(submit('late')).rejects.toMatchObject({ reason: 'closed' });
    await finish('accepted');
    await finish('waiting');
    await closing;
    expect([await accepted, await waiting]).toEqual(['accepted', 'waiting']);
  });

  it('starts an interim while a final runs and none waits, and one interim at a time', () => {
    const { submit, started } = testQueue();
    submit('final');
    submit('interim 1', { priority: 'interim' });
    submit('interim 2', { priority: 'interim' });
    expect(started).toEqual(['final', 'interim 1']);
  });

  it('lets finals of one track, and jobs of no track, stand beside each other', async () => {
    const { submit, finish, started, dropped } = testQueue();
    submit('running', { priority: 'interim' });
    submit('nameless 1', { priority: 'interim' });
    submit('nameless 2', { priority: 'interim' });
    submit('final 1', { track: 't' });
    submit('final 2', { track: 't' });
    submit('final 3', { track: 't' });
    const names = ['running', 'final 1', 'final 2', 'final 3', 'nameless 1', 'nameless 2'];
    for (const name of names) await finish(name);
    expect(started.toSorted()).toEqual(names.toSorted());
    expect(dropped).toEqual([]);
  });

  it('takes an interim that would wait as long as it may, and none that would wait longer', async () => {
    const { submit, queue } = testQueue();
    submit('running');
    for (let job = 0; job < 3; job += 1) submit(`waiting ${job}`);
    submit('interim', { priority: 'interim' });
    // Three finals of 300 ms each and that interim of 100 ms.
    submit('at the limit', { priority: 'interim' });
    expect(queue.depth('interim')).toBe(2);
    await expect(submit('beyond', { priority: 'interim' })).rejects.toMatchObject({
      reason: 'overloaded',
      retryAfterMs: 1100,
    });
  });

  it('takes as many bytes as there is room for, those that left not counted', async () => {
    const { submit, finish, dropped } = testQueue({ maxWaitingBytes: 100 });
    const client = new AbortController();
    submit('running', { bytes: 100 });
    submit('waiting', { bytes: 60 });
    submit('gone', { bytes: 40, signal: client.signal });
    await expect(submit('too much', { bytes: 1 })).rejects.toMatchObject({ reason: 'full' });
    client.abort();
    submit('in its place', { bytes: 40 });
    expect(dropped).toEqual(['full', 'cancelled']);
    await finish('running');
    submit('in the place of what started', { bytes: 60 });
    expect(dropped).toEqual(['full', 'cancelled']);
  });

  it('has room for 256 MiB unless told otherwise', async () => {
    const { submit } = testQueue();
    const bytes = 256 * 1024 * 1024;
    submit('running');
    submit('waiting', { bytes });
    await expect(submit('more', { bytes: 1 })).rejects.toMatchObject({ reason: 'full' });
  });

  it('leaves a job alone whose client hangs up once it runs', async () => {
    const { submit, finish, dropped, started } = testQueue();
    const client = new AbortController();
    const running = submit('running', { signal: client.signal });
    client.abort();
    submit('next');
    expect([started, dropped]).toEqual([['running'], []]);
    await finish('running');
    expect(await running).toBe('running');
    expect(started).toEqual(['running', 'next']);
  });

  it('counts what it refuses when closed, and says when to come back', async () => {
    const { submit, queue, dropped } = testQueue();
    await queue.close();
    await expect(submit('late')).rejects.toMatchObject({ reason: 'closed', retryAfterMs: 1000 });
    expect(dropped).toEqual(['closed']);
  });

  it('tells how long a job waited', async () => {
    const { submit, finish, clock, waits } = testQueue();
    submit('running');
    submit('waiting');
    clock.ms += 70;
    await finish('running');
    expect(waits).toEqual([0, 70]);
  });
});

function testQueue(options: Partial<JobQueueOptions> = {}) {
  const clock = { ms: 0 };
  const started: string[] = [];
  const dropped: string[] = [];
  const waits: number[] = [];
  const finishers = new Map<string, () => void>();
  const queue = createJobQueue({
    nowMs: () => clock.ms,
    onStarted: (_ticket, waitedMs) => waits.push(waitedMs),
    onDropped: (_ticket, { reason }) => dropped.push(reason),
    ...options,
  });
  const submit = (name: string, overrides: Partial<Ticket> = {}) => {
    const done = queue.submit(ticket(overrides), () => {
      started.push(name);
      return new Promise<string>((resolve) => finishers.set(name, () => resolve(name)));
    });
    done.catch(() => undefined);
    return done;
  };
  const finish = async (name: string) => {
    finishers.get(name)?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { queue, clock, started, dropped, waits, submit, finish };
}

function ticket(overrides: Partial<Ticket>): Ticket {
  const priority: Priority = 'final';
  const signal = new AbortController().signal;
  return { priority, speaker: 'customer', track: undefined, bytes: 1, signal, ...overrides };
}
