import { expect, test } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import { ChartTooltip } from './chart-tooltip.tsx';

function view(part: Partial<ChartFrameProps> = {}) {
  return (
    <ChartFrame
      heading="Calls offered"
      series={[{ id: 'now', name: 'This week', mark: 'line', colour: 1 }]}
      table={{ columns: ['Day', 'Calls'], rows: [{ key: 'a', name: 'Mon 23', cells: ['96'] }] }}
      exportHref="/api/reports/figures.csv"
      {...part}
    >
      <p>The drawing</p>
    </ChartFrame>
  );
}

test('has the same in numbers, a key away', async () => {
  render(view());
  expect(screen.getByText('The drawing')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'As a table' }));
  expect(screen.queryByText('The drawing')).toBeNull();
  expect(screen.getByRole('row', { name: 'Mon 23 96' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'As a chart' }));
  expect(screen.getByText('The drawing')).toBeTruthy();
});

test('names its series, and where its numbers can be fetched', () => {
  render(view());
  expect(screen.getByText('This week')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Export as CSV' });
  expect(link.getAttribute('href')).toBe('/api/reports/figures.csv');
});

test('draws nothing while it waits or has nothing', () => {
  const { rerender } = render(view({ status: 'loading' }));
  expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('Loading the chart…')).toBeTruthy();
  rerender(view({ status: 'empty', empty: 'No calls' }));
  expect(screen.getByText('No calls')).toBeTruthy();
  expect(screen.queryByText('The drawing')).toBeNull();
});

test('tells of the place that is pointed at what each series has there', () => {
  render(
    <ChartTooltip
      heading="Monday"
      items={[{ id: 'now', name: 'This week', value: '96', mark: 'line', colour: 1 }]}
      note="Of 96 calls"
    />,
  );
  expect(screen.getByRole('listitem').textContent).toBe('This week96');
  expect(screen.getByText('Of 96 calls')).toBeTruthy();
});
