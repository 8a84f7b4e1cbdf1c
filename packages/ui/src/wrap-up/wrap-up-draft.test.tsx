import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { sampleDraft } from '../stories/sample-draft.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { WrapUpDraft, type WrapUpDraftProps } from './wrap-up-draft.tsx';

const nth = (name: string, index = 0) =>
  screen.getAllByRole('button', { name })[index] as HTMLElement;

/** A draft whose owner keeps what is done to it. */
function Kept(props: Partial<WrapUpDraftProps>) {
  const [lines, setLines] = useState(sampleDraft);
  const change = (id: string, part: object) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <WrapUpDraft
      lines={lines}
      onEdit={(id, text) => change(id, { fate: 'edited', text })}
      onRemove={(id) => change(id, { fate: 'removed' })}
      onRestore={(id) =>
        change(id, { fate: 'kept', text: sampleDraft.find((line) => line.id === id)?.text })
      }
      {...props}
    />
  );
}

test('quotes stand in quotation marks, facts do not, and each leads to its moment', async () => {
  const onShow = vi.fn();
  render(<Kept onShow={onShow} />);
  expect(screen.getByText(/^“I ordered a coffee machine.*arrived\.”$/)).toBeTruthy();
  expect(screen.getByText('Order 4521')).toBeTruthy();
  await userEvent.click(nth('Show 1:02 in the conversation'));
  expect(onShow).toHaveBeenCalledExactlyOnceWith(62_000);
});

test('lists are named by their kind', () => {
  render(<Kept />);
  expect(screen.getByRole('list', { name: 'Promised' }).children).toHaveLength(1);
  expect(screen.queryByRole('list', { name: 'Not transcribed' })).toBeNull();
});

test('a removed line says so and comes back by Undo; the focus stays in its row', async () => {
  render(<Kept />);
  await userEvent.click(nth('Remove', 3));
  expect(screen.getByText('Removed')).toBeTruthy();
  expect(document.activeElement).toBe(nth('Undo'));
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByText('Removed')).toBeNull();
  expect(document.activeElement).toBe(nth('Edit', 3));
});

test('an edit is told as it is typed, kept by Enter and taken back by Escape', async () => {
  const onEdit = vi.fn();
  const onRestore = vi.fn();
  render(<WrapUpDraft lines={sampleDraft} onEdit={onEdit} onRestore={onRestore} />);
  await userEvent.click(nth('Edit', 1));
  await userEvent.keyboard('!');
  expect(onEdit).toHaveBeenCalledExactlyOnceWith('order:4521', 'Order 4521!');
  await userEvent.keyboard('{Escape}');
  expect(onRestore).toHaveBeenCalledExactlyOnceWith('order:4521');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(nth('Edit', 1));
});

test('Escape after a second edit leaves the first', async () => {
  render(<Kept />);
  await userEvent.click(nth('Edit', 1));
  await userEvent.keyboard(' and 4522{Enter}');
  await userEvent.click(nth('Edit', 1));
  await userEvent.keyboard(' and 4523{Escape}');
  expect(screen.getByText('Order 4521 and 4522')).toBeTruthy();
  await userEvent.click(nth('Undo the edit'));
  expect(screen.getByText('Order 4521')).toBeTruthy();
  expect(screen.queryByText('Edited')).toBeNull();
});

test('a line whose words are all taken away is removed, and one typed as it was is as it was', async () => {
  render(<Kept />);
  await userEvent.click(nth('Edit', 1));
  await userEvent.clear(screen.getByRole('textbox'));
  await userEvent.click(nth('Done'));
  expect(screen.getByText('Removed')).toBeTruthy();
  await userEvent.click(nth('Undo'));
  await userEvent.click(nth('Edit', 1));
  await userEvent.keyboard('!{Backspace}{Enter}');
  expect(screen.queryByText('Edited')).toBeNull();
});

test('Shift+Enter and keys of a composition stay in the box; a form around it is not sent', async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Kept onShow={() => undefined} />
    </form>,
  );
  await userEvent.click(nth('Edit', 1));
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}more');
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('Order 4521\nmore');
  await userEvent.keyboard('{Enter}');
  for (const button of screen.getAllByRole('button')) await userEvent.click(button);
  expect(onSubmit).not.toHaveBeenCalled();
});

test('choosing the suggestion is all that it does', async () => {
  const chosen = { disposition: 'escalated', label: 'Escalated' };
  const suggestion = { ...chosen, because: 'it was passed on', atMs: null };
  const onChoose = vi.fn();
  const { rerender } = render(
    <Kept suggestion={{ ...suggestion, chosen: false }} onChoose={onChoose} />,
  );
  expect(screen.getByText(/because it was passed on\./)).toBeTruthy();
  await userEvent.click(nth('Choose'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(suggestion));
  rerender(<Kept suggestion={{ ...suggestion, chosen: true }} onChoose={onChoose} />);
  expect(nth('Chosen').getAttribute('aria-pressed')).toBe('true');
});

test('without callbacks it is to be read alone', () => {
  const outcome = { disposition: 'other', label: 'Other' };
  const suggestion = { ...outcome, because: 'x', atMs: 9_000, chosen: false };
  render(<WrapUpDraft lines={sampleDraft} suggestion={suggestion} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('1:02')).toBeTruthy();
});
