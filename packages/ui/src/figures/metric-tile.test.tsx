import { expect, test } from 'vitest';
import { render, screen, userEvent } from '../testing/dom.ts';
import { MetricTile, type MetricTileProps } from './metric-tile.tsx';

function view(part: Partial<MetricTileProps> = {}) {
  return (
    <MetricTile
      name="Speed of answer"
      value="0:33"
      sample="37 answered calls"
      change={{ words: '11 s shorter', tone: 'better' }}
      points={[3, null, 1, 2]}
      callsHref="/calls/history?metric=speed-of-answer"
      definition={{ sentence: 'How long they wait.', formula: 'waits ÷ calls', worked: '99 s ÷ 3' }}
      {...part}
    />
  );
}

const path = () => document.querySelector('[data-slot="sparkline"] [data-part="line"]');

test('is named after its figure, and its value leads to the calls behind it', () => {
  render(view());
  expect(screen.getByRole('article', { name: 'Speed of answer' })).toBeTruthy();
  const link = screen.getByRole('link', { name: '0:33 Show the calls' });
  expect(link.getAttribute('href')).toBe('/calls/history?metric=speed-of-answer');
});

test('says whether a change is good, not by its colour alone', () => {
  render(view());
  expect(screen.getByText('11 s shorter').textContent).toBe('Better: 11 s shorter');
});

test('says why there is no value, and leads nowhere', () => {
  render(view({ value: null, why: '4 ratings, 10 are needed', callsHref: undefined }));
  expect(screen.getByRole('article').dataset.state).toBe('none');
  expect(screen.getByText('–')).toBeTruthy();
  expect(screen.getByText('4 ratings, 10 are needed')).toBeTruthy();
  expect(screen.queryByText('37 answered calls')).toBeNull();
  expect(screen.queryByRole('link')).toBeNull();
});

test('leaves a gap in the line where there was no figure', () => {
  render(view());
  expect(path()?.getAttribute('d')).toBe('M0 3h0M66.7 29L100 16');
});

test('draws no line of fewer than two figures, and a level one of equal figures', () => {
  const { rerender } = render(view({ points: [null, 4] }));
  expect(path()).toBeNull();
  rerender(view({ points: [4, 4] }));
  expect(path()?.getAttribute('d')).toBe('M0 16L100 16');
});

test('opens what it means with the numbers put in, and Escape gives the focus back', async () => {
  render(view());
  const button = screen.getByRole('button', { name: 'What is Speed of answer?' });
  await userEvent.click(button);
  expect(screen.getByText('99 s ÷ 3')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('99 s ÷ 3')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('closes what it means when something beside it is pressed', async () => {
  render(view());
  await userEvent.click(screen.getByRole('button', { name: 'What is Speed of answer?' }));
  await userEvent.click(document.body);
  expect(screen.queryByText('How long they wait.')).toBeNull();
});
