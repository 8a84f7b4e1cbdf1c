import { expect, test } from 'vitest';
import { inner, openPaper, type TextStyle } from './paper.ts';
import { drawTrend } from './paper-charts.ts';

interface DrawnText {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each text of a trend stands whose highest value is in one place. */
function textsOf(highest: number): Map<string, DrawnText> {
  const on = openPaper('A trend', new Date('2026-11-30T12:00:00Z'));
  const drawn = new Map<string, DrawnText>();
  const { line } = on;
  on.line = (text: string, x: number, y: number, style: TextStyle) => {
    const [right, bottom] = [x + on.widthOf(text, style), y + style.size * 1.35];
    drawn.set(text, { left: x, right, top: y, bottom });
    line(text, x, y, style);
  };
  const points = Array.from({ length: 28 }, (_, index) => {
    const value = index === highest ? 319_000 : 120_000;
    return { label: `${index + 1} Nov`, value, words: index === highest ? '319,000' : '' };
  });
  drawTrend(on, { title: 'Offered by day', points, alt: 'Offered by day.' });
  return drawn;
}

test.each([0, 2, 14, 27])(
  'the label of the highest point, here %i, overlaps no other',
  (highest) => {
    const texts = textsOf(highest);
    const [title, label] = [texts.get('Offered by day'), texts.get('319,000')];
    expect(label?.top).toBeGreaterThanOrEqual(title?.bottom ?? Number.NaN);
    expect(label?.bottom).toBeLessThan(texts.get('1 Nov')?.top ?? Number.NaN);
  },
);

test('what stands below and above a trend is within the margins', () => {
  for (const { left, right } of [...textsOf(0).values(), ...textsOf(27).values()]) {
    expect(left).toBeGreaterThanOrEqual(inner.left);
    expect(right).toBeLessThanOrEqual(inner.left + inner.width + 0.001);
  }
});
