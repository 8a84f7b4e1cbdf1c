import { createElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { noSessionFilters } from '../sessions/session-filters-labels.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { componentSamples } from './component-samples.tsx';
import { sampleGreekSession, sampleGreekWallCall } from './sample-greek.ts';

/** A state that a component keeps, unless its owner does. */
interface StateCase {
  component: string;
  /** Names of the three props. */
  value: string;
  initial: string;
  onChange: string;
  before: unknown;
  after: unknown;
  further?: object;
  /** What a person does to change it. */
  change: () => Promise<void>;
  /** The state as it can be seen. */
  seen: (root: HTMLElement) => unknown;
}

const press = async (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));
const choose = async (name: string | RegExp) =>
  userEvent.click(screen.getByRole('radio', { name }));
const chosen = (root: HTMLElement) =>
  root.querySelector<HTMLInputElement>('input:checked')?.value ?? null;
const typed = (root: HTMLElement) =>
  root.querySelector<HTMLInputElement>('input, textarea')?.value ?? null;
const state = (root: HTMLElement) => root.dataset.state;

const twoDevices = [
  { id: 'a', label: 'One' },
  { id: 'b', label: 'Two' },
];

const cases: readonly StateCase[] = [
  {
    component: 'AISuggestionPanel',
    ...props('density', 'all', 'none'),
    change: async () => {
      await press(/^How many/);
      await choose('None');
    },
    seen: chosen,
  },
  {
    component: 'AgentStatusPicker',
    ...props('open', false, true),
    change: () => press(/^Your status/),
    seen: (root) => root.querySelector('[role=menu]') !== null,
  },
  {
    component: 'CallControls',
    ...props('muted', false, true),
    change: () => press('Mute'),
    seen: (root) => state(root) === 'muted',
  },
  {
    component: 'CallControls',
    ...props('held', true, false),
    change: () => press('Resume'),
    seen: (root) => state(root) === 'held',
  },
  {
    component: 'CallWall',
    ...props('unfolded', false, true),
    further: { calls: [{ ...sampleGreekWallCall, alerts: [] }], foldAfter: 0 },
    change: () => press('Show'),
    seen: (root) => root.querySelector('[aria-expanded=true]') !== null,
  },
  {
    component: 'Captions',
    ...props('visible', true, false),
    change: () => press('Turn captions off'),
    seen: (root) => state(root) !== 'off',
  },
  {
    component: 'Captions',
    ...props('size', 1, 2),
    change: () => press('Larger text'),
    seen: (root) =>
      ['18px', '20px', '24px'].indexOf(root.style.getPropertyValue('--aui-caption-size')),
  },
  {
    component: 'ChartFrame',
    ...props('view', 'chart', 'table'),
    change: () => press('As a table'),
    seen: (root) => root.querySelector<HTMLElement>('[data-view]')?.dataset.view,
  },
  {
    component: 'ChatComposer',
    ...props('value', 'a', 'ab'),
    change: () => userEvent.type(screen.getByRole('textbox'), 'b'),
    seen: typed,
  },
  {
    component: 'ChatPanel',
    ...props('draft', 'a', 'ab'),
    change: () => userEvent.type(screen.getByRole('textbox'), 'b'),
    seen: typed,
  },
  {
    component: 'CustomerFinder',
    ...props('query', 'santo', 'santos'),
    change: () => userEvent.type(screen.getByRole('combobox'), 's'),
    seen: typed,
  },
  {
    component: 'CustomerForm',
    ...props('value', { name: 'Jo', email: '', phone: '' }, { name: 'Joe', email: '', phone: '' }),
    change: () => userEvent.type(screen.getByLabelText('Name'), 'e'),
    seen: (root) => ({ name: typed(root), email: '', phone: '' }),
  },
  {
    component: 'DeskLayout',
    ...props('activeColumn', 'main', 'left'),
    change: () => press('Customer'),
    seen: (root) => root.dataset.active,
  },
  {
    component: 'DeskLayout',
    ...props('drawerOpen', true, false),
    change: () => press('Close'),
    seen: (root) => state(root) === 'drawer-open',
  },
  {
    component: 'DevicePicker',
    ...props('value', 'a', 'b'),
    further: { devices: twoDevices },
    change: () => userEvent.selectOptions(screen.getByRole('combobox'), 'Two'),
    seen: (root) => root.querySelector('select')?.value,
  },
  {
    component: 'MetricDefinition',
    ...props('open', false, true),
    change: () => press(/^What is/),
    seen: (root) => root.querySelector('dl') !== null,
  },
  {
    component: 'MicrophoneTest',
    ...props('deviceId', 'a', 'b'),
    onChange: 'onDeviceChange',
    further: { devices: twoDevices },
    change: () => userEvent.selectOptions(screen.getByRole('combobox'), 'Two'),
    seen: (root) => root.querySelector('select')?.value,
  },
  {
    component: 'Rating',
    ...props('value', 4, 5),
    change: () => choose(/Very good/),
    seen: (root) => Number(chosen(root)),
  },
  {
    component: 'RecordingNotice',
    ...props('value', 'declined', 'accepted'),
    change: () => choose(/^Yes/),
    seen: chosen,
  },
  {
    component: 'SessionFilters',
    ...props('value', noSessionFilters, { ...noSessionFilters, rating: 2 }),
    change: async () =>
      userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rating' }), 'Rated 2 of 5'),
    seen: (root) => ({
      ...noSessionFilters,
      rating:
        Number(root.querySelector<HTMLSelectElement>('select[aria-label=Rating]')?.value) || null,
    }),
  },
  {
    component: 'SessionList',
    ...props('selectedId', null, sampleGreekSession.callId),
    change: async () => {
      await userEvent.keyboard('j');
    },
    seen: (root) =>
      root.querySelector<HTMLElement>('li[data-state=selected]')?.dataset.callId ?? null,
  },
  {
    component: 'WrapUpForm',
    ...props('value', { disposition: 'other', notes: '' }, { disposition: 'resolved', notes: '' }),
    change: () => choose('Λύθηκε'),
    seen: (root) => ({ disposition: chosen(root), notes: '' }),
  },
];

describe.each(cases)('$component: $value', (entry) => {
  const { before, after, change, seen } = entry;

  function show(name: string) {
    const sample = componentSamples[entry.component];
    if (!sample) throw new Error(`No sample of ${entry.component}.`);
    const onChange = vi.fn();
    const all = { ...sample.props, ...entry.further, [name]: before, [entry.onChange]: onChange };
    const { container } = render(createElement(sample.component, all));
    return { root: container.firstElementChild as HTMLElement, onChange };
  }

  test('keeps it when nobody else does, and tells', async () => {
    const { root, onChange } = show(entry.initial);
    await change();
    expect(seen(root)).toEqual(after);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(after);
  });

  test('leaves it to its owner, and tells', async () => {
    const { root, onChange } = show(entry.value);
    await change();
    expect(seen(root)).toEqual(before);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(after);
  });
});

/** The three props of a state: `open`, `defaultOpen`, `onOpenChange`. */
function props(value: string, before: unknown, after: unknown) {
  const capital = value.charAt(0).toUpperCase() + value.slice(1);
  return { value, initial: `default${capital}`, onChange: `on${capital}Change`, before, after };
}
