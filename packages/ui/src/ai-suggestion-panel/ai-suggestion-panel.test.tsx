import type { selectShownSuggestions } from '@agent/calls';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { sampleNowMs } from '../stories/sample-customer.ts';
import {
  importantSuggestion,
  modelSuggestion as newer,
  playbookSuggestion as older,
  writingSuggestion,
} from '../stories/sample-suggestions.ts';
import { act, fireEvent, render, screen, userEvent, within } from '../testing/dom.ts';
import { AISuggestionPanel, type AISuggestionPanelProps } from './ai-suggestion-panel.tsx';
import type { SuggestionItem } from './suggestion-item.ts';

const handlers = {
  onUse: vi.fn(),
  onSaid: vi.fn(),
  onEdit: vi.fn(),
  onDismiss: vi.fn(),
  onWrong: vi.fn(),
};
/** Long enough to have seen a card. */
const SEEN_MS = 300;

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function panel(props: Partial<AISuggestionPanelProps> = {}) {
  return (
    <>
      <AISuggestionPanel
        suggestions={[newer, older]}
        nowMs={sampleNowMs}
        {...handlers}
        {...props}
      />
      <textarea aria-label="Chat" />
    </>
  );
}

function card(position: 1 | 2): HTMLElement {
  return screen.getByRole('article', { name: `Suggestion ${position}` });
}

function press(key: string, options: KeyboardEventInit = {}, target: Element = document.body) {
  fireEvent.keyDown(target, { key, ...options });
}

function wait(durationMs: number) {
  act(() => vi.advanceTimersByTime(durationMs));
}

test('shows what to say, why, what kind, how sure, where from and how old', () => {
  render(panel());
  const words = card(1).textContent ?? '';
  for (const part of [
    older.text,
    older.reasoning,
    'Offer a fix',
    'Fits well · 86 %',
    'Playbook: Delivery delay',
    '6 s ago',
  ]) {
    expect(words).toContain(part);
  }
});

test.each([
  ['Use', 'onUse'],
  ['Said it', 'onSaid'],
  ['Dismiss', 'onDismiss'],
  ['Wrong', 'onWrong'],
] as const)('the button %s reports the card’s id', (name, handler) => {
  render(panel());
  fireEvent.click(within(card(1)).getByRole('button', { name }));
  expect(handlers[handler]).toHaveBeenCalledExactlyOnceWith(older.id);
});

describe('keys', () => {
  test.each([
    ['u', 'onUse'],
    ['s', 'onSaid'],
    ['x', 'onDismiss'],
    ['w', 'onWrong'],
  ] as const)('%s acts on the newest card, alone and with Alt', (key, handler) => {
    render(panel());
    press(key);
    press('¨', { altKey: true, code: `Key${key.toUpperCase()}` });
    expect(handlers[handler].mock.calls).toEqual([[newer.id], [newer.id]]);
  });

  test('1 and 2 choose the card by its place', () => {
    render(panel());
    expect(card(2).dataset.state).toBe('current');
    press('1');
    expect([card(1).dataset.state, card(2).dataset.state]).toEqual(['current', 'waiting']);
    press('u');
    expect(handlers.onUse).toHaveBeenCalledExactlyOnceWith(older.id);
  });

  test('rest while somebody types, but not those with Alt', () => {
    render(panel());
    const chat = screen.getByLabelText('Chat');
    press('u', {}, chat);
    expect(handlers.onUse).not.toHaveBeenCalled();
    press('u', { altKey: true, code: 'KeyU' }, chat);
    expect(handlers.onUse).toHaveBeenCalledOnce();
  });

  test('pressed as a card comes are meant for the one before it', () => {
    const { rerender } = render(panel({ suggestions: [older] }));
    wait(SEEN_MS);
    rerender(panel());
    expect(card(2).dataset.state).toBe('current');
    press('u');
    expect(handlers.onUse).toHaveBeenLastCalledWith(older.id);
  });

  test('pressed as the current card goes do nothing to the other', () => {
    const { rerender } = render(panel());
    wait(SEEN_MS);
    rerender(panel({ suggestions: [older] }));
    press('x');
    expect(handlers.onDismiss).not.toHaveBeenCalled();
    wait(SEEN_MS);
    press('x');
    expect(handlers.onDismiss).toHaveBeenCalledExactlyOnceWith(older.id);
  });

  test('do nothing when inactive, without shortcuts, or while the answer is awaited', () => {
    const { rerender } = render(panel({ active: false }));
    press('u');
    rerender(panel({ shortcuts: null }));
    press('u');
    rerender(panel({ pendingId: newer.id }));
    press('u');
    expect(handlers.onUse).not.toHaveBeenCalled();
  });
});

describe('editing', () => {
  test('opens in the card with the text, and Enter puts the changed words into the chat', () => {
    render(panel());
    press('e');
    const box = within(card(2)).getByLabelText<HTMLTextAreaElement>('Your words');
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe(newer.text);
    fireEvent.change(box, { target: { value: ' Express it is. ' } });
    press('Enter', {}, box);
    expect(handlers.onEdit).toHaveBeenCalledExactlyOnceWith(newer.id, 'Express it is.');
    expect(screen.queryByLabelText('Your words')).toBeNull();
  });

  test('Escape goes back without a word and returns focus to where it was', () => {
    render(panel());
    const chat = screen.getByLabelText('Chat');
    act(() => chat.focus());
    press('e', { altKey: true, code: 'KeyE' }, chat);
    press('Escape', {}, screen.getByLabelText('Your words'));
    expect(handlers.onEdit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(chat);
  });

  test('keeps what was typed when the suggestion expires meanwhile', () => {
    const { rerender } = render(panel());
    press('e');
    const box = screen.getByLabelText<HTMLTextAreaElement>('Your words');
    fireEvent.change(box, { target: { value: 'Half a sent' } });
    rerender(panel({ suggestions: [importantSuggestion, older] }));
    wait(1_000);
    expect(box.isConnected && box.value).toBe('Half a sent');
    expect(document.activeElement).toBe(box);
    fireEvent.click(screen.getByRole('button', { name: 'Put into chat' }));
    expect(handlers.onEdit).toHaveBeenCalledExactlyOnceWith(newer.id, 'Half a sent');
    expect(card(2).textContent).toContain(importantSuggestion.text);
  });
});

describe('cards that come and go', () => {
  test('never take focus', () => {
    const { rerender } = render(panel({ suggestions: [] }));
    const chat = screen.getByLabelText('Chat');
    act(() => chat.focus());
    rerender(panel());
    wait(SEEN_MS);
    rerender(panel({ suggestions: [] }));
    wait(SEEN_MS);
    expect(document.activeElement).toBe(chat);
  });

  test.each([
    ['leaves', [newer]],
    ['gives its place to another', [importantSuggestion, newer]],
  ] as const)('focus in a card that %s goes to the heading', (_how, suggestions) => {
    const { rerender } = render(panel());
    act(() => within(card(1)).getByRole('button', { name: 'Wrong' }).focus());
    rerender(panel({ suggestions }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Suggestions' }));
  });

  test('fade in their place, which then stays free', () => {
    const { container, rerender } = render(panel());
    rerender(panel({ suggestions: [newer] }));
    expect(
      container.querySelector('[data-suggestion-id=s-delay][data-state=leaving]'),
    ).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(1);
    wait(SEEN_MS);
    const slots = [...container.querySelectorAll<HTMLElement>('[data-slot=suggestion-slot]')];
    expect(slots.map((slot) => slot.dataset.state)).toEqual(['free', 'taken']);
  });
});

test('a screen reader hears each suggestion once when it is complete, and no age', () => {
  const live = () =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join('');
  const { rerender } = render(panel({ suggestions: [older] }));
  expect(live()).toBe('');
  rerender(panel({ suggestions: [writingSuggestion, older] }));
  expect(live()).toBe('');
  const complete: SuggestionItem = { ...newer, id: writingSuggestion.id };
  rerender(panel({ suggestions: [complete, older] }));
  expect(live()).toBe(`New suggestion: ${newer.text}`);
  rerender(panel({ suggestions: [{ ...complete }, older], nowMs: sampleNowMs + 9_000 }));
  expect(live()).toBe(`New suggestion: ${newer.text}`);
});

test('a screen reader hears the same words again when they are suggested again', () => {
  const { rerender } = render(panel({ suggestions: [] }));
  const said = () => screen.getByText(`New suggestion: ${older.text}`);
  rerender(panel({ suggestions: [older] }));
  const first = said();
  rerender(panel({ suggestions: [{ ...older, id: 's-again' }, older] }));
  expect(said()).not.toBe(first);
});

test('nothing can be done with a suggestion that is being written', () => {
  render(panel({ suggestions: [writingSuggestion] }));
  expect(card(1).dataset.state).toBe('writing');
  const buttons = within(card(1)).getAllByRole<HTMLButtonElement>('button');
  expect(buttons.every((button) => button.disabled)).toBe(true);
  press('u');
  expect(handlers.onUse).not.toHaveBeenCalled();
});

test('the age counts on by itself, minutes after a minute', () => {
  vi.setSystemTime(sampleNowMs);
  render(panel({ suggestions: [older], nowMs: undefined }));
  expect(screen.getByText('6 s ago')).toBeTruthy();
  wait(4_000);
  expect(screen.getByText('10 s ago')).toBeTruthy();
  wait(60_000);
  expect(screen.getByText('1 min ago')).toBeTruthy();
});

test.each([
  ['empty', {}, 'Listening. Suggestions appear when they help.'],
  ['off', { density: 'none' }, 'You have turned suggestions off. Turn them on at the top.'],
  ['declined', { unavailable: 'declined' }, /did not agree/],
  ['transcription-off', { unavailable: 'transcription-off' }, /not being transcribed/],
  ['away', { unavailable: 'away' }, /comes back by itself/],
] as const)('says what is the matter when %s', (state, props, words) => {
  const { container } = render(panel({ suggestions: state === 'empty' ? [] : [older], ...props }));
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('article')).toBeNull();
  expect(container.querySelector<HTMLElement>('.aui-suggestion-panel')?.dataset.state).toBe(state);
});

test('says how the model does, and a problem before that', () => {
  const helper = { status: 'late', reason: 'timeout' } as const;
  const { rerender } = render(panel({ helper }));
  expect(screen.getByText('The model is late. Suggestions come from the playbook.')).toBeTruthy();
  rerender(panel({ helper, problem: 'Not dismissed: no connection.' }));
  expect(screen.getByRole('alert').textContent).toBe('Not dismissed: no connection.');
  expect(screen.queryByText(/The model is late/)).toBeNull();
});

test('how many suggestions is chosen behind a button that says the choice', async () => {
  vi.useRealTimers();
  const onDensityChange = vi.fn();
  render(panel({ density: 'all', onDensityChange }));
  const button = screen.getByRole('button', { name: 'How many suggestions: All' });
  await userEvent.click(button);
  await userEvent.click(screen.getByRole('radio', { name: 'None' }));
  expect(onDensityChange).toHaveBeenCalledExactlyOnceWith('none');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'All' }).checked).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('radio')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('keeps the choice itself when nobody owns it', async () => {
  vi.useRealTimers();
  render(panel({ defaultDensity: 'all', onDensityChange: vi.fn() }));
  await userEvent.click(screen.getByRole('button', { name: /How many/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'None' }));
  expect(screen.queryByRole('article')).toBeNull();
});

test('words of a source and an action come as the log has them', () => {
  type Shown = ReturnType<typeof selectShownSuggestions>[number];
  expectTypeOf<Shown['source']>().toExtend<SuggestionItem['source']>();
  expectTypeOf<Extract<Shown, { kind: 'offered' }>['action']>().toExtend<
    SuggestionItem['action']
  >();
});

test('has neither buttons nor keys for somebody who only looks on', () => {
  render(panel({ readOnly: true, onDensityChange: vi.fn() }));
  expect(card(1).textContent).toContain(older.text);
  expect(screen.queryAllByRole('button')).toEqual([]);
  wait(SEEN_MS);
  for (const key of ['u', 's', 'e', 'x', '1']) press(key);
  for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
});
