import { expect, test } from 'vitest';
import { sampleHours } from '../stories/sample-figures.ts';
import { render, screen, userEvent } from '../testing/dom.ts';
import { heatLevel } from './heat-level.ts';
import { HeatMap } from './heat-map.tsx';

const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name });
const words = () => document.querySelector('[data-slot="heat-map-words"]')?.textContent;

test('says of each hour of the week what there was', () => {
  render(<HeatMap name="Calls by hour" cells={sampleHours} />);
  expect(screen.getAllByRole('gridcell')).toHaveLength(7 * 24);
  expect(cell('Monday 13:00: 89 calls').dataset.level).toBe('4');
  expect(cell('Monday 3:00: no calls').dataset.level).toBe('none');
});

test('is one stop of the keyboard; arrow keys walk on, and stay inside', async () => {
  render(<HeatMap name="Calls by hour" cells={sampleHours} hours={{ first: 8, last: 10 }} />);
  expect(words()).toBe('Point at an hour, or go there with the arrow keys.');
  await userEvent.tab();
  expect(document.activeElement).toBe(cell(/^Monday 8:00/));
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
  expect(document.activeElement).toBe(cell(/^Monday 8:00/));
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(cell(/^Tuesday 10:00/));
  expect(words()).toMatch(/^Tuesday 10:00: \d+ calls$/);
  await userEvent.tab({ shift: true });
  await userEvent.tab();
  expect(document.activeElement).toBe(cell(/^Tuesday 10:00/));
});

test('stays empty where nothing is known', () => {
  render(<HeatMap name="Calls by hour" cells={[]} />);
  expect(cell('Sunday 23:00: –').dataset.level).toBe('none');
});

test('puts values into five equal steps', () => {
  const levelOf = heatLevel(0, 10);
  expect([0, 1.9, 2, 5, 7.9, 8, 10].map(levelOf)).toEqual([0, 0, 1, 2, 3, 4, 4]);
  expect(heatLevel(3, 3)(3)).toBe(2);
});
