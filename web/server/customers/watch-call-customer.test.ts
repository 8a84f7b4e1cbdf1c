import type { CallRow, Database } from '@agent/store';
import { aCallId } from '@agent/testing/ids';
import { describe, expect, it, vi } from 'vitest';
import type { ChangeFeed } from '../change-feed.ts';
import { watchCallCustomer } from './watch-call-customer.ts';

const callId = aCallId();

/** A changeFeed that only counts who listens to what, and tells them. */
function fakeHub() {
  const listeners = new Map<string, () => void>();
  const subscribe = (key: string, onChange: () => void) => {
    listeners.set(key, onChange);
    return () => void listeners.delete(key);
  };
  const changeFeed: ChangeFeed = {
    onCall: (id, onChange) => subscribe(`call ${id}`, onChange),
    onAnyCall: (onChange) => subscribe('call *', () => onChange(undefined)),
    onMonitor: (id, onChange) => subscribe(`monitor ${id}`, onChange),
    onAnyMonitor: (onChange) => subscribe('monitor *', () => onChange(undefined)),
    onCustomer: (id, onChange) => subscribe(`customer ${id}`, onChange),
    onDesk: (id, onChange) => subscribe(`desk ${id}`, onChange),
    onSessionEnd: (id, onEnd) => subscribe(`session ${id}`, onEnd),
    onAnySessionEnd: (onEnd) => subscribe('session *', onEnd),
    onAnyDesk: (onChange) => subscribe('desk *', onChange),
    close: async () => {},
  };
  return { changeFeed, listeners };
}

function start() {
  const { changeFeed, listeners } = fakeHub();
  const watch = watchCallCustomer({ db: {} as Database, changeFeed }, callId);
  const onChange = vi.fn();
  return { watch, listeners, onChange, unsubscribe: watch.subscribe(onChange) };
}

const linkedTo = (customerId: string | null) => ({
  call: { customerId } as CallRow,
  orders: [],
});

describe("the watch over a call's customer", () => {
  it('listens to the customer who is linked, one at a time', () => {
    const { watch, listeners, onChange } = start();
    watch.follow(linkedTo('ada'));
    watch.follow(linkedTo('ada'));
    expect([...listeners.keys()]).toEqual([`call ${callId}`, 'customer ada']);
    listeners.get('customer ada')?.();
    expect(onChange).toHaveBeenCalledTimes(1);
    watch.follow(linkedTo('bo'));
    expect([...listeners.keys()]).toEqual([`call ${callId}`, 'customer bo']);
    watch.follow(linkedTo(null));
    expect([...listeners.keys()]).toEqual([`call ${callId}`]);
  });

  it('listens to nothing once it is over, not even when a look was under way', () => {
    const { watch, listeners, unsubscribe } = start();
    watch.follow(linkedTo('ada'));
    unsubscribe();
    watch.follow(linkedTo('bo'));
    expect(listeners.size).toBe(0);
  });

  it('tells of a call that cannot be looked at: the listener finds out', async () => {
    const { listeners, onChange } = start();
    listeners.get(`call ${callId}`)?.();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
  });
});
