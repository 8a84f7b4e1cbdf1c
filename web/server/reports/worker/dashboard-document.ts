import type { DashboardPaper, PaperTile } from './dashboard-paper.ts';
import { ink, inner, openPaper, type Paper, page } from './paper.ts';
import { drawHeat, drawTrend } from './paper-charts.ts';

/** The figures of a period on paper: tagged, with charts as lines and not as pictures. */
export async function dashboardDocument(paper: DashboardPaper): Promise<Uint8Array<ArrayBuffer>> {
  const on = openPaper(paper.title, new Date(paper.madeAt));
  heading(on, 'H1', paper.title, 20);
  for (const text of paper.about) paragraph(on, text);
  if (paper.warning) paragraph(on, paper.warning, true);
  heading(on, 'H2', 'Figures', 14);
  tiles(on, paper.tiles);
  heading(on, 'H2', 'Trends', 14, 190);
  for (const trend of paper.trends) drawTrend(on, trend);
  heading(on, 'H2', paper.heat.title, 14, 190);
  drawHeat(on, paper.heat);
  if (on.hasMissed()) {
    paragraph(on, 'Characters that this document has no shapes for stand as a question mark.');
  }
  return on.finish();
}

function heading(on: Paper, type: 'H1' | 'H2', text: string, size: number, room = 60): void {
  on.y += type === 'H1' ? 0 : 14;
  on.need(size * 2 + room);
  const lines = on.wrap(text, inner.width, { size, bold: true });
  on.root.add(
    on.doc.struct(type, {}, () => {
      on.y += on.lines(lines, inner.left, on.y, { size, bold: true }) + 4;
    }),
  );
}

function paragraph(on: Paper, text: string, bold = false): void {
  const style = { size: 9.5, bold, colour: bold ? ink.text : ink.muted };
  const lines = on.wrap(text, inner.width, style);
  on.need(lines.length * 14);
  on.root.add(
    on.doc.struct('P', {}, () => {
      on.y += on.lines(lines, inner.left, on.y, style) + 2;
    }),
  );
}

const columns = [
  { head: 'Figure', x: 0, width: 104 },
  { head: 'Value', x: 108, width: 58 },
  { head: 'Of', x: 170, width: 84 },
  { head: 'Change', x: 258, width: 64 },
  { head: 'What it is', x: 326, width: inner.width - 326 },
] as const;
const small = { size: 8 } as const;

/** A table: a row is on one page, and the head stands on each. */
function tiles(on: Paper, all: readonly PaperTile[]): void {
  const table = on.doc.struct('Table');
  on.root.add(table);
  head();
  for (const tile of all) row(tile);
  table.end();

  function head(): void {
    const row = on.doc.struct('TR');
    table.add(row);
    for (const { head, x } of columns) {
      row.add(
        on.doc.struct('TH', { scope: 'Column' } as object, () => {
          on.line(head, inner.left + x, on.y, { ...small, bold: true, colour: ink.muted });
        }),
      );
    }
    row.end();
    on.y += 14;
  }

  function row({ name, value, sample, change, words }: PaperTile): void {
    const cells = [
      on.wrap(name, columns[0].width, { ...small, bold: true }),
      on.wrap(value, columns[1].width, { size: 10, bold: true }),
      on.wrap(sample, columns[2].width, small),
      on.wrap(change ?? 'nothing to compare with', columns[3].width, small),
      words.flatMap((sentence) => on.wrap(sentence, columns[4].width, { size: 7 })),
    ];
    const height = Math.max(
      ...cells.map((lines, index) => lines.length * (index === 4 ? 9.5 : 11)),
    );
    const bottom = page.height - page.margin;
    if (on.y + height + 10 > bottom) {
      on.need(bottom);
      head();
    }
    rule(on, on.y);
    on.y += 4;
    const line = on.doc.struct('TR');
    table.add(line);
    for (const [index, lines] of cells.entries()) {
      const x = inner.left + (columns[index]?.x ?? 0);
      const styles = [{ ...small, bold: true }, { size: 10, bold: true }, small, small];
      const draw = () =>
        void on.lines(lines, x, on.y, styles[index] ?? { size: 7, colour: ink.muted });
      line.add(
        index === 0
          ? on.doc.struct('TH', { scope: 'Row' } as object, draw)
          : on.doc.struct('TD', {}, draw),
      );
    }
    line.end();
    on.y += height + 5;
  }
}

function rule(on: Paper, y: number): void {
  on.doc.markContent('Artifact', { type: 'Layout' });
  on.doc
    .moveTo(inner.left, y)
    .lineTo(inner.left + inner.width, y)
    .lineWidth(0.5)
    .stroke(ink.line);
  on.doc.endMarkedContent();
}
