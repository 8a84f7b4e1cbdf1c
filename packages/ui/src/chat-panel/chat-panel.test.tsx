import { expect, test, vi } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { ChatComposer } from './chat-composer.tsx';
import { type ChatEntry, ChatPanel } from './chat-panel.tsx';

test('Enter sends the trimmed text and empties the box, Shift+Enter starts a line', async () => {
  const onSend = vi.fn();
  render(<ChatComposer onSend={onSend} />);
  const box = screen.getByLabelText<HTMLTextAreaElement>('Message');
  await userEvent.type(box, ' one{Shift>}{Enter}{/Shift}two {Enter}');
  expect(onSend).toHaveBeenCalledWith('one\ntwo');
  expect(box.value).toBe('');
});

test('sends neither blanks nor what is too long, and says by how much', async () => {
  const onSend = vi.fn();
  render(<ChatComposer onSend={onSend} maxLength={3} />);
  const box = screen.getByLabelText('Message');
  await userEvent.type(box, '  {Enter}');
  await userEvent.type(box, 'abc{Enter}');
  expect(screen.getByRole('alert').textContent).toBe('2 characters too long.');
  expect(onSend).not.toHaveBeenCalled();
});

test('leaves the draft to its owner when controlled', async () => {
  const onValueChange = vi.fn();
  render(<ChatComposer onSend={vi.fn()} value="kept" onValueChange={onValueChange} />);
  await userEvent.type(screen.getByLabelText('Message'), '!');
  expect(onValueChange).toHaveBeenCalledWith('kept!');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Message').value).toBe('kept');
});

test('a failed message says so and is sent again by its id', async () => {
  const onRetry = vi.fn();
  const failed = { id: 'm1', from: 'customer', text: 'Hello?', state: 'failed' } as const;
  render(<ChatPanel viewer="customer" messages={[failed]} onSend={vi.fn()} onRetry={onRetry} />);
  expect(screen.getByRole('alert').textContent).toContain('Not sent.');
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
  expect(onRetry).toHaveBeenCalledWith('m1');
});

test('puts own messages on one side and the other’s on the other', () => {
  const messages = [
    { id: '1', from: 'agent', text: 'Hi' },
    { id: '2', from: 'customer', text: 'Hello' },
  ] as const;
  const { container } = render(<ChatPanel viewer="agent" messages={messages} onSend={vi.fn()} />);
  const sides = [...container.querySelectorAll<HTMLElement>('[data-slot=chat-message]')];
  expect(sides.map((side) => side.dataset.side)).toEqual(['own', 'other']);
});

test('renders none of thousands again when one more is written', () => {
  let looks = 0;
  const watched: ChatEntry = {
    id: 'watched',
    from: 'agent',
    get text() {
      looks += 1;
      return 'Hello';
    },
  };
  const props = { viewer: 'agent', onSend: vi.fn(), onRetry: vi.fn() } as const;
  const { rerender } = render(<ChatPanel {...props} messages={[watched]} />);
  const first = looks;
  expect(first).toBeGreaterThan(0);
  const next: ChatEntry = { id: 'next', from: 'customer', text: 'Hi' };
  rerender(<ChatPanel {...props} messages={[watched, next]} />);
  expect(screen.getByText('Hi')).toBeTruthy();
  expect(looks).toBe(first);
});

test('keeps the order over the boxes that are laid out by themselves', () => {
  const messages = Array.from({ length: 120 }, (_, index) => {
    return { id: `m${index}`, from: 'agent', text: `Message ${index}` } as const;
  });
  const { container } = render(<ChatPanel viewer="agent" messages={messages} onSend={vi.fn()} />);
  const texts = [...container.querySelectorAll('[data-slot=chat-message-text]')];
  expect(texts.map(({ textContent }) => textContent)).toEqual(messages.map(({ text }) => text));
  expect(container.querySelectorAll('[data-slot=chat-panel-page]')).toHaveLength(3);
});

test('says that it is loading, and not that there are no messages', () => {
  const { container } = render(
    <ChatPanel viewer="agent" status="loading" messages={[]} onSend={vi.fn()} />,
  );
  expect(screen.getByRole('status', { name: 'Loading the messages' })).toBeTruthy();
  expect(screen.queryByText('No messages')).toBeNull();
  expect(container.querySelector<HTMLElement>('.aui-chat-panel')?.dataset.state).toBe('loading');
});
