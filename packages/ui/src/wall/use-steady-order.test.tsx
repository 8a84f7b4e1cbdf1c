import { useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { act, fireEvent, render } from '../testing/dom.ts';
import { useSteadyOrder } from './use-steady-order.ts';
import type { PlacedCall } from './wall-tiers.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

function List({ order }: { order: string }) {
  const root = useRef<HTMLUListElement>(null);
  const wanted = [...order].map((callId): PlacedCall => ({ callId, tier: 'fine' }));
  const shown = useSteadyOrder(root, wanted);
  return <ul ref={root}>{shown.map(({ callId }) => callId).join('')}</ul>;
}

function show(order: string) {
  const { container, rerender } = render(<List order={order} />);
  const list = container.firstElementChild as HTMLElement;
  return {
    list,
    want: (next: string) => rerender(<List order={next} />),
    pass: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
  };
}

test('follows at once while nobody is at work', () => {
  const { list, want } = show('abc');
  want('cab');
  expect(list.textContent).toBe('cab');
});

test('waits until somebody who moves the pointer pauses', () => {
  const { list, want, pass } = show('abc');
  fireEvent.pointerMove(list);
  want('cab');
  expect(list.textContent).toBe('abc');
  pass(1_000);
  fireEvent.pointerMove(list);
  want('cba');
  pass(1_000);
  expect(list.textContent).toBe('abc');
  pass(600);
  expect(list.textContent).toBe('cba');
});

test('waits four seconds at most, however busy somebody is', () => {
  const { list, want, pass } = show('abc');
  for (let ms = 0; ms < 3_800; ms += 200) {
    fireEvent.pointerMove(list);
    want('cab');
    pass(200);
  }
  expect(list.textContent).toBe('abc');
  fireEvent.pointerMove(list);
  pass(300);
  expect(list.textContent).toBe('cab');
});

test('forgets a change that has been taken back', () => {
  const { list, want, pass } = show('abc');
  fireEvent.keyDown(list, { key: 'j' });
  want('cab');
  want('abc');
  pass(3_000);
  fireEvent.keyDown(list, { key: 'j' });
  want('bca');
  pass(1_400);
  expect(list.textContent).toBe('abc');
  pass(200);
  expect(list.textContent).toBe('bca');
});
