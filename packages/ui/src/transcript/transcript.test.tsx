import type { CallState } from '@agent/calls';
import { afterAll, expect, expectTypeOf, test, vi } from 'vitest';
import { scriptDurationMs, scriptItems } from '../stories/script-items.ts';
import { act, fireEvent, render, screen } from '../testing/dom.ts';
import { Transcript } from './transcript.tsx';
import type { TranscriptItem, TranscriptSegment, TranscriptSentiments } from './transcript-item.ts';

const names = { customer: 'Maria', agent: 'Daniel' };

function turn(
  id: string,
  text: TranscriptSegment['text'],
  state: 'final' | 'interim',
): TranscriptItem {
  const segment = { id, text, state, startMs: 1_000, endMs: 2_000 };
  return { kind: 'turn', key: id, speaker: 'customer', startMs: 1_000, segments: [segment] };
}

/** 150 ms after the last scroll the virtual list sets its state, even when it is gone; by then jsdom must not be. */
afterAll(() => new Promise((resolve) => setTimeout(resolve, 200)));

/** jsdom has no layout: gives the log a height and a place to be scrolled to. */
function layOut(log: HTMLElement, { scrollTop }: { scrollTop: number }) {
  Object.defineProperty(log, 'scrollHeight', { value: 1_000, configurable: true });
  Object.defineProperty(log, 'clientHeight', { value: 400, configurable: true });
  log.scrollTop = scrollTop;
  fireEvent.scroll(log);
}

test('is a log with speaker and time once per turn', () => {
  render(<Transcript items={[turn('a', 'Hello there', 'final')]} names={names} />);
  const log = screen.getByRole('log', { name: 'Transcript' });
  expect(log.textContent).toBe('Maria00:01Hello there ');
});

test('marks interim text and replaces it in place when it becomes final', () => {
  const { container, rerender } = render(
    <Transcript
      items={[turn('a', { stable: 'Hello ', tail: 'their' }, 'interim')]}
      names={names}
    />,
  );
  const segment = container.querySelector<HTMLElement>('[data-slot=transcript-segment]');
  expect(segment?.dataset.state).toBe('interim');
  expect(segment?.querySelector('[data-slot=transcript-tail]')?.textContent).toBe('their');
  rerender(<Transcript items={[turn('a', 'Hello there.', 'final')]} names={names} />);
  expect(container.querySelectorAll('[data-slot=transcript-segment]')).toHaveLength(1);
  expect(segment?.isConnected).toBe(true);
  expect(segment?.dataset.state).toBe('final');
  expect(segment?.textContent).toBe('Hello there. ');
});

test('marks what was restored in a text and says what was heard', () => {
  const corrections = [
    { from: 'Arphelia', to: 'Orphelia', at: 3 },
    { from: 'cloud keep', to: 'CloudKeep', at: 19 },
  ];
  const item = turn('a', 'My Orphelia is not CloudKeep.', 'final');
  const items = [
    item.kind === 'turn'
      ? { ...item, segments: item.segments.map((segment) => ({ ...segment, corrections })) }
      : item,
  ];
  const { container, rerender } = render(<Transcript items={items} names={names} />);
  const text = () => container.querySelector('[data-slot=transcript-segment]')?.textContent;
  const marks = () =>
    [...container.querySelectorAll('ins')].map(({ textContent, title }) => [textContent, title]);
  expect(text()).toBe('My Orphelia is not CloudKeep. ');
  expect(marks()).toEqual([
    ['Orphelia', 'Heard: Arphelia'],
    ['CloudKeep', 'Heard: cloud keep'],
  ]);
  const labels = { heard: (words: string) => `Gehört: ${words}` };
  rerender(<Transcript items={items} names={names} labels={labels} />);
  expect(marks()[0]).toEqual(['Orphelia', 'Gehört: Arphelia']);
});

test('announces finals once and never interim text or what was there before', () => {
  const before = turn('old', 'Said before', 'final');
  const { rerender } = render(<Transcript items={[before]} names={names} />);
  const live = screen.getByRole('status');
  expect(live.textContent).toBe('');
  rerender(
    <Transcript
      items={[before, turn('a', { stable: 'Hello ', tail: 'the' }, 'interim')]}
      names={names}
    />,
  );
  expect(live.textContent).toBe('');
  rerender(<Transcript items={[before, turn('a', 'Hello there.', 'final')]} names={names} />);
  expect(live.textContent).toBe('Maria: Hello there.');
});

test('says the same words again when they are said again', () => {
  const first = [turn('a', 'Yes.', 'final')];
  const second = [...first, turn('b', 'Yes.', 'final')];
  const { rerender } = render(<Transcript items={[]} names={names} />);
  const live = screen.getByRole('status');
  rerender(<Transcript items={first} names={names} />);
  const said = live.firstElementChild;
  expect(live.textContent).toBe('Maria: Yes.');
  rerender(<Transcript items={second} names={names} />);
  expect(live.textContent).toBe('Maria: Yes.');
  expect(live.firstElementChild).not.toBe(said);
});

test.each([
  ['is pressed', () => fireEvent.click(screen.getByRole('button'))],
  ['is scrolled away from', () => layOut(screen.getByRole('log'), { scrollTop: 600 })],
])('focus goes to the log when the button that leads to live %s', (_how, leave) => {
  render(<Transcript items={[turn('a', 'One', 'final')]} names={names} />);
  const log = screen.getByRole('log');
  layOut(log, { scrollTop: 600 });
  layOut(log, { scrollTop: 100 });
  act(() => screen.getByRole('button', { name: 'Jump to live' }).focus());
  leave();
  expect(screen.queryByRole('button')).toBeNull();
  expect(document.activeElement).toBe(log);
});

test('leaves the reader alone when scrolled away, counts what is new and jumps back', () => {
  const first = [turn('a', 'One', 'final')];
  const { rerender } = render(<Transcript items={first} names={names} />);
  const log = screen.getByRole('log');
  layOut(log, { scrollTop: 600 });
  layOut(log, { scrollTop: 100 });
  rerender(<Transcript items={[...first, turn('b', 'Two', 'final')]} names={names} />);
  expect(log.scrollTop).toBe(100);
  fireEvent.click(screen.getByRole('button', { name: 'Jump to live · 1 new' }));
  expect(log.scrollTop).toBe(1_000);
  expect(screen.queryByRole('button')).toBeNull();
});

test('shows chat, gaps and holds in words', () => {
  const items: TranscriptItem[] = [
    { kind: 'chat', key: 'c', from: 'agent', text: '4521', atMs: 0 },
    { kind: 'gap', key: 'g', speaker: 'customer', startMs: 0, endMs: 8_000, reason: 'buffer-full' },
    { kind: 'hold', key: 'h', startMs: 0, endMs: null },
  ];
  render(<Transcript items={items} names={names} />);
  const { textContent } = screen.getByRole('log');
  expect(textContent).toContain('DanielChat00:004521');
  expect(textContent).toContain('0:08 of Maria missing');
  expect(textContent).toContain('On hold');
});

test('marks how each line of the customer sounds, says nothing of it, and leaves other rows alone', () => {
  const items = [turn('a', 'It never came.', 'final'), turn('b', 'Thanks.', 'final')];
  const sad = { label: 'negative', score: -0.6, confidence: 0.8 } as const;
  const { container, rerender } = render(
    <Transcript items={items} names={names} sentiments={new Map()} />,
  );
  const other = container.querySelector('[data-segment-id=b]');
  const before = other?.innerHTML;
  rerender(<Transcript items={items} names={names} sentiments={new Map([['a', sad]])} />);
  const line = container.querySelector('[data-segment-id=a]');
  expect(line?.textContent).toBe('It never came. negative');
  expect(other?.innerHTML).toBe(before);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('takes the sentiment of the call’s state, without an adapter', () => {
  expectTypeOf<CallState['assist']['sentiment']>().toExtend<TranscriptSentiments>();
});

test('renders text as text', () => {
  const { container } = render(<Transcript items={[turn('a', '<img src=x>', 'final')]} />);
  expect(container.querySelector('img')).toBeNull();
});

test('holds only the rows in view of ten thousand', () => {
  const items = Array.from({ length: 10_000 }, (_, index) => turn(`t${index}`, 'Word', 'final'));
  const { container } = render(<Transcript items={items} names={names} />);
  expect(container.querySelectorAll('[data-slot=transcript-row]').length).toBeLessThan(60);
});

test.each([
  ['empty', 'Nothing said yet'],
  ['error', 'The transcript could not be loaded'],
] as const)('says what is the matter when %s', (state, words) => {
  render(<Transcript items={[]} status={state === 'empty' ? 'ready' : state} />);
  expect(screen.getByText(words)).toBeTruthy();
});

test('offers a retry after a failure', () => {
  const onRetry = vi.fn();
  render(<Transcript items={[]} status="error" onRetry={onRetry} />);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('shows the whole scripted call in order once it is over', () => {
  const items = scriptItems(scriptDurationMs + 5_000);
  render(<Transcript items={items} names={names} />);
  const text = screen.getByRole('log').textContent ?? '';
  expect(text.indexOf('Northwind')).toBeLessThan(text.indexOf('coffee machine'));
});

test('names a supervisor who speaks, and says what supervisors did', () => {
  const spoken = turn('a', 'Let me help.', 'final') as TranscriptItem & { kind: 'turn' };
  const items: TranscriptItem[] = [
    { kind: 'supervision', key: 'h', act: 'help-asked', name: '', text: 'A refund', atMs: 0 },
    { kind: 'coach', key: 'm', from: 'Maria Ruiz', text: 'Slow down.', atMs: 500 },
    { kind: 'supervision', key: 'j', act: 'joined', name: 'Maria Ruiz', text: '', atMs: 900 },
    { ...spoken, speaker: 'supervisor', supervisorName: 'Maria Ruiz' },
  ];
  const { container } = render(<Transcript items={items} names={names} />);
  const rows = [...container.querySelectorAll('[data-slot=transcript-row]')];
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Asked for help: A refund',
    'Maria Ruiz (supervisor)To the agent alone00:00Slow down.',
    'Maria Ruiz (supervisor) has joined',
    'Maria Ruiz (supervisor)00:01Let me help. ',
  ]);
});

test('announces what a supervisor says by name', () => {
  const said = (key: string) => ({
    ...turn(key, 'Let me help.', 'final'),
    supervisorName: 'Maria',
  });
  const { rerender } = render(<Transcript items={[said('a')]} names={names} />);
  rerender(<Transcript items={[said('a'), said('b')]} names={names} />);
  expect(screen.getByRole('status').textContent).toBe('Maria (supervisor): Let me help.');
});
