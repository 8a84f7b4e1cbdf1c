import type { PaperHeat, PaperTrend } from './dashboard-paper.ts';
import { ink, inner, type Paper } from './paper.ts';

/** The head holds the title and, below it, the label of the highest point. */
const chart = { head: 30, height: 96, foot: 26 } as const;
const small = { size: 7, colour: ink.muted } as const;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A line over time: broken where there is no value, with its highest value written above it. */
export function drawTrend(on: Paper, { title, points, alt }: PaperTrend): void {
  on.need(chart.head + chart.height + chart.foot);
  const { doc } = on;
  const top = on.y + chart.head;
  const values = points.flatMap(({ value }) => value ?? []);
  const most = Math.max(...values, 0) || 1;
  const least = Math.min(...values, 0);
  const xOf = (index: number) =>
    inner.left + (inner.width * (index + 0.5)) / Math.max(1, points.length);
  const yOf = (value: number) => top + chart.height * (1 - (value - least) / (most - least || 1));
  on.root.add(
    doc.struct('Figure', { alt, bbox: boxOf(on, chart.head + chart.height + 18) } as object, () => {
      on.line(title, inner.left, on.y, { size: 9, bold: true });
      const base = yOf(0);
      doc
        .moveTo(inner.left, base)
        .lineTo(inner.left + inner.width, base)
        .lineWidth(0.5)
        .stroke(ink.line);
      let isDrawing = false;
      for (const [index, { value }] of points.entries()) {
        if (value === null) {
          isDrawing = false;
          continue;
        }
        if (isDrawing) doc.lineTo(xOf(index), yOf(value));
        else doc.moveTo(xOf(index), yOf(value));
        isDrawing = true;
      }
      doc.lineWidth(1.2).stroke(ink.accent);
      for (const [index, { value }] of points.entries()) {
        if (value !== null) doc.circle(xOf(index), yOf(value), 1.6).fill(ink.accent);
      }
      const highest = points.find(({ value }) => value === most);
      if (highest) label(on, highest.words, xOf(points.indexOf(highest)), yOf(most) - 13);
      const ends = new Set([0, points.length - 1]);
      for (const index of ends) {
        const name = points[index]?.label;
        if (name) label(on, name, xOf(index), top + chart.height + 6);
      }
    }),
  );
  on.y = top + chart.height + chart.foot;
}

/** Weekdays by hours: the darker, the more. The numbers stand in the cells. */
export function drawHeat(on: Paper, { alt, cells }: PaperHeat): void {
  const [width, height] = [(inner.width - 28) / 24, 16];
  on.need(height * 7 + 34);
  const top = on.y + 14;
  on.root.add(
    on.doc.struct('Figure', { alt, bbox: boxOf(on, height * 7 + 20) } as object, () => {
      for (let hour = 0; hour < 24; hour += 1) {
        on.line(String(hour), inner.left + 28 + hour * width + 2, on.y, small);
      }
      for (const [index, name] of weekdays.entries()) {
        on.line(name, inner.left, top + index * height + 4, small);
      }
      for (const { weekday, hour, share, words } of cells) {
        const x = inner.left + 28 + hour * width;
        const y = top + (weekday - 1) * height;
        on.doc.rect(x, y, width - 1, height - 1).fill(shadeOf(share));
        on.line(words, x + 2, y + 4, { size: 6, colour: share > 0.55 ? '#ffffff' : ink.text });
      }
    }),
  );
  on.y = top + height * 7 + 12;
}

/** A text in the middle of a place, and within the margins. */
function label(on: Paper, text: string, middle: number, y: number): void {
  const width = on.widthOf(text, small);
  const furthest = inner.left + inner.width - width;
  on.line(text, Math.min(Math.max(middle - width / 2, inner.left), furthest), y, small);
}

function boxOf(on: Paper, height: number): [number, number, number, number] {
  return [inner.left, on.y, inner.left + inner.width, on.y + height];
}

/** From white to the accent; numbers on it keep 4.5:1. */
function shadeOf(share: number): string {
  const from = [238, 242, 252];
  const to = [36, 86, 199];
  const part = (index: number) =>
    Math.round((from[index] ?? 0) + ((to[index] ?? 0) - (from[index] ?? 0)) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${part(0)}${part(1)}${part(2)}`;
}
