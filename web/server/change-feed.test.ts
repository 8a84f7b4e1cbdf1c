import { createLog } from '@agent/process/log';
import type { Database, listen } from '@agent/store';
import { aCallId, aCustomerId, aUserId } from '@agent/testing/ids';
import { describe, expect, it, vi } from 'vitest';
import { createChangeFeed } from './change-feed.ts';

/** A Postgres that notifies when told to. */
function fakeListen() {
  const notify = new Map<string, (payload: string) => void>();
  const relisten = new Map<string, (() => void) | undefined>();
  const close = vi.fn(async () => {});
  const listenTo: typeof listen = async (_db, channel, onNotify, onListening) => {
    notify.set(channel, onNotify);
    relisten.set(channel, onListening);
    return { close };
  };
  return { listenTo: vi.fn(listenTo), notify, relisten, close };
}

function start(postgres = fakeListen()) {
  const changeFeed = createChangeFeed(
    {} as Database,
    createLog({ part: 'web', level: 'silent' }),
    postgres.listenTo,
  );
  return { changeFeed, ...postgres };
}

const [a, b] = [aCallId(), aCallId()];

describe('the changeFeed', () => {
  it('listens once to a channel, however many streams there are', () => {
    const { changeFeed, listenTo } = start();
    for (const callId of [a, b, a]) changeFeed.onCall(callId, () => {});
    expect(listenTo).toHaveBeenCalledTimes(1);
  });

  it('tells those whom it concerns, and nobody who has gone', () => {
    const { changeFeed, notify } = start();
    const [onA, onB, gone] = [vi.fn(), vi.fn(), vi.fn()];
    changeFeed.onCall(a, onA);
    changeFeed.onCall(b, onB);
    changeFeed.onCall(a, gone)();
    notify.get('call')?.(a);
    expect([onA, onB, gone].map((one) => one.mock.calls.length)).toEqual([1, 0, 0]);
  });

  it('tells every desk of a change of the queue, and the dispatcher of every desk', () => {
    const { changeFeed, notify } = start();
    const [ada, bo] = [aUserId(), aUserId()];
    const [onAda, onBo, dispatcher] = [vi.fn(), vi.fn(), vi.fn()];
    changeFeed.onDesk(ada, onAda);
    changeFeed.onDesk(bo, onBo);
    changeFeed.onAnyDesk(dispatcher);
    notify.get('desk')?.('*');
    notify.get('desk')?.(ada);
    expect([onAda, onBo, dispatcher].map((one) => one.mock.calls.length)).toEqual([2, 1, 2]);
  });

  it('tells whose calls have changed, and that any may have after a lost connection', () => {
    const { changeFeed, notify, relisten } = start();
    const [calls, monitors, ofA] = [vi.fn(), vi.fn(), vi.fn()];
    changeFeed.onAnyCall(calls);
    changeFeed.onAnyMonitor(monitors);
    changeFeed.onMonitor(a, ofA);
    notify.get('call')?.(a);
    notify.get('monitor')?.(b);
    relisten.get('call')?.();
    expect(calls.mock.calls).toEqual([[a], [undefined]]);
    expect(monitors.mock.calls).toEqual([[b]]);
    expect(ofA).not.toHaveBeenCalled();
  });

  it('tells of a record those who show it', () => {
    const { changeFeed, notify } = start();
    const [ada, bo] = [vi.fn(), vi.fn()];
    changeFeed.onCustomer(aCustomerId('ada'), ada);
    changeFeed.onCustomer(aCustomerId('bo'), bo);
    notify.get('customer')?.('ada');
    expect([ada, bo].map((one) => one.mock.calls.length)).toEqual([1, 0]);
  });

  it('tells everybody to look again after a lost connection', () => {
    const { changeFeed, relisten } = start();
    const onChange = vi.fn();
    changeFeed.onDesk(aUserId(), onChange);
    relisten.get('desk')?.();
    expect(onChange).toHaveBeenCalled();
  });

  it('goes on trying to listen while Postgres is away', async () => {
    const postgres = fakeListen();
    postgres.listenTo.mockRejectedValueOnce(new Error('away'));
    const { changeFeed, notify } = start(postgres);
    const onChange = vi.fn();
    changeFeed.onCall(a, onChange);
    await vi.waitFor(() => expect(notify.has('call')).toBe(true), 5_000);
    notify.get('call')?.(a);
    expect(onChange).toHaveBeenCalled();
    await changeFeed.close();
    await changeFeed.close();
    expect(postgres.close).toHaveBeenCalledTimes(1);
  });

  it('can be closed while Postgres is away', async () => {
    const postgres = fakeListen();
    postgres.listenTo.mockRejectedValue(new Error('away'));
    const { changeFeed } = start(postgres);
    changeFeed.onCall(a, () => {});
    await vi.waitFor(() => expect(postgres.listenTo).toHaveBeenCalled());
    await changeFeed.close();
    expect(postgres.close).not.toHaveBeenCalled();
  });
});
