import { beforeEach, expect, test, vi } from 'vitest';
import { sampleHits } from '../stories/sample-customer.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { CustomerFinder, type CustomerFinderProps } from './customer-finder.tsx';

const onChoose = vi.fn();
beforeEach(() => vi.clearAllMocks());

function finder(props: Partial<CustomerFinderProps> = {}) {
  return (
    <CustomerFinder
      defaultQuery="santos"
      hits={sampleHits}
      total={4}
      status="ready"
      onChoose={onChoose}
      {...props}
    />
  );
}

function box() {
  return screen.getByRole<HTMLInputElement>('combobox', { name: 'Find the customer' });
}

function activeOption() {
  const id = box().getAttribute('aria-activedescendant');
  return id && document.getElementById(id)?.querySelector('strong')?.textContent;
}

test('lists who was found with contact, status and what matched', () => {
  render(finder());
  const options = screen.getAllByRole('option').map((option) => option.textContent);
  expect(options[0]).toBe('Maria SantosActivemaria.santos@example.orgName fits');
  expect(options[2]).toContain('+351213000111');
  expect(options[3]).toContain('Order 4521');
  expect(screen.getByRole('status').textContent).toBe('4 found');
});

test('↓ and ↑ go round, Enter chooses, focus stays in the box', async () => {
  render(finder());
  await userEvent.click(box());
  await userEvent.keyboard('{Enter}');
  expect(onChoose).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(activeOption()).toBe('Mariah Santosh');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(activeOption()).toBe('Lee Ann');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('c-maria');
  expect(document.activeElement).toBe(box());
});

test('forgets the active option when something else is typed', async () => {
  render(finder());
  await userEvent.click(box());
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.keyboard('x');
  expect(activeOption()).toBeNull();
});

test('stays with a customer, not with a place, when other hits come for what was typed', async () => {
  const { rerender } = render(finder({ status: 'loading' }));
  await userEvent.click(box());
  await userEvent.keyboard('{ArrowDown}');
  expect(activeOption()).toBe('Maria Santos');
  rerender(finder({ hits: sampleHits.slice().reverse() }));
  expect(activeOption()).toBe('Maria Santos');
  rerender(finder({ hits: sampleHits.slice(1) }));
  expect(activeOption()).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(onChoose).not.toHaveBeenCalled();
});

test.each([
  ['the last page has come', { total: 23, onMore: vi.fn() }, 'Show more', {}],
  ['the search is tried again', { status: 'error', onRetry: vi.fn() }, 'Try again', {}],
] as const)('keeps focus in the box when %s', async (_when, before, button, after) => {
  const { rerender } = render(finder(before));
  screen.getByRole('button', { name: button }).focus();
  rerender(finder(after));
  expect(document.activeElement).toBe(box());
});

test('Escape empties the box, and in an empty box leaves', async () => {
  const onCancel = vi.fn();
  const onQueryChange = vi.fn();
  render(finder({ onCancel, onQueryChange }));
  await userEvent.click(box());
  await userEvent.keyboard('{Escape}');
  expect(onQueryChange).toHaveBeenCalledExactlyOnceWith('');
  expect(onCancel).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledOnce();
});

test('chooses by a press, and nothing while one is being linked', async () => {
  const { rerender } = render(finder());
  await userEvent.click(screen.getByRole('option', { name: /Lee Ann/ }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('c-lee');
  rerender(finder({ pendingId: 'c-lee' }));
  await userEvent.click(screen.getByRole('option', { name: /Maria Santos/ }));
  expect(onChoose).toHaveBeenCalledOnce();
});

test.each([
  ['one letter', { defaultQuery: 's', hits: [], total: 0 }, 'Type at least 2 characters.'],
  ['while searching', { hits: [], total: 0, status: 'loading' }, 'Searching…'],
  ['nobody', { hits: [], total: 0 }, /^Nobody fits “santos”/],
  ['the first page', { total: 23 }, '4 of 23'],
] as const)('says what it is doing: %s', (_when, props, words) => {
  render(finder(props));
  const { textContent } = screen.getByRole('status');
  if (typeof words === 'string') expect(textContent).toBe(words);
  else expect(textContent).toMatch(words);
});

test('a failed search can be tried again', async () => {
  const onRetry = vi.fn();
  render(finder({ status: 'error', onRetry }));
  expect(screen.queryByRole('option')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('shows more while there is more, and hands over what was typed to create', async () => {
  const [onMore, onCreate] = [vi.fn(), vi.fn()];
  const { rerender } = render(finder({ total: 23, onMore, onCreate }));
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(onMore).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'New customer' }));
  expect(onCreate).toHaveBeenCalledExactlyOnceWith('santos');
  rerender(finder({ onMore }));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('leaves the query to its owner when controlled', async () => {
  const onQueryChange = vi.fn();
  render(finder({ query: 'kept', onQueryChange }));
  await userEvent.type(box(), '!');
  expect(onQueryChange).toHaveBeenCalledWith('kept!');
  expect(box().value).toBe('kept');
});

test('Escape that has nothing to do here is left to what is around', async () => {
  const onKeyDown = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for whatever closes at Escape.
    <div onKeyDown={onKeyDown}>{finder({ defaultQuery: '' })}</div>,
  );
  await userEvent.click(box());
  await userEvent.keyboard('{Escape}');
  expect(onKeyDown).toHaveBeenCalledOnce();
});
