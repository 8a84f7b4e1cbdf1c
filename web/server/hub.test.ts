import type { Database, listen } from '@agent/store';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { createHub } from './hub.ts';

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
  const hub = createHub({} as Database, pino({ level: 'silent' }), postgres.listenTo);
  return { hub, ...postgres };
}

describe('the hub', () => {
  it('listens once to a channel, however many streams there are', () => {
    const { hub, listenTo } = start();
    for (const callId of ['a', 'b', 'a']) hub.onCall(callId, () => {});
    expect(listenTo).toHaveBeenCalledTimes(1);
  });

  it('tells those whom it concerns, and nobody who has gone', () => {
    const { hub, notify } = start();
    const [onA, onB, gone] = [vi.fn(), vi.fn(), vi.fn()];
    hub.onCall('a', onA);
    hub.onCall('b', onB);
    hub.onCall('a', gone)();
    notify.get('call')?.('a');
    expect([onA, onB, gone].map((one) => one.mock.calls.length)).toEqual([1, 0, 0]);
  });

  it('tells every desk of a change of the queue, and the dispatcher of every desk', () => {
    const { hub, notify } = start();
    const [ada, bo, dispatcher] = [vi.fn(), vi.fn(), vi.fn()];
    hub.onDesk('ada', ada);
    hub.onDesk('bo', bo);
    hub.onAnyDesk(dispatcher);
    notify.get('desk')?.('*');
    notify.get('desk')?.('ada');
    expect([ada, bo, dispatcher].map((one) => one.mock.calls.length)).toEqual([2, 1, 2]);
  });

  it('tells of a record those who show it', () => {
    const { hub, notify } = start();
    const [ada, bo] = [vi.fn(), vi.fn()];
    hub.onCustomer('ada', ada);
    hub.onCustomer('bo', bo);
    notify.get('customer')?.('ada');
    expect([ada, bo].map((one) => one.mock.calls.length)).toEqual([1, 0]);
  });

  it('tells everybody to look again after a lost connection', () => {
    const { hub, relisten } = start();
    const onChange = vi.fn();
    hub.onDesk('ada', onChange);
    relisten.get('desk')?.();
    expect(onChange).toHaveBeenCalled();
  });

  it('goes on trying to listen while Postgres is away', async () => {
    const postgres = fakeListen();
    postgres.listenTo.mockRejectedValueOnce(new Error('away'));
    const { hub, notify } = start(postgres);
    const onChange = vi.fn();
    hub.onCall('a', onChange);
    await vi.waitFor(() => expect(notify.has('call')).toBe(true), 5_000);
    notify.get('call')?.('a');
    expect(onChange).toHaveBeenCalled();
    await hub.close();
    await hub.close();
    expect(postgres.close).toHaveBeenCalledTimes(1);
  });

  it('can be closed while Postgres is away', async () => {
    const postgres = fakeListen();
    postgres.listenTo.mockRejectedValue(new Error('away'));
    const { hub } = start(postgres);
    hub.onCall('a', () => {});
    await vi.waitFor(() => expect(postgres.listenTo).toHaveBeenCalled());
    await hub.close();
    expect(postgres.close).not.toHaveBeenCalled();
  });
});
