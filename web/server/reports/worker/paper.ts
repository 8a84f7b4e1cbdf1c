import PDFDocument from 'pdfkit';
import { openPaperFonts } from './paper-fonts.ts';

/** A4, in points. */
export const page = { width: 595, height: 842, margin: 48 } as const;
/** What there is between the margins. */
export const inner = { left: page.margin, width: page.width - 2 * page.margin } as const;
/** Dark on white: ≥ 7:1, the second ≥ 4.5:1. */
export const ink = {
  text: '#1a1d21',
  muted: '#5a626c',
  line: '#c9ced6',
  accent: '#2456c7',
} as const;

/** How text stands. */
export interface TextStyle {
  size: number;
  bold?: boolean;
  colour?: string;
}

/** A document that is written from top to bottom. */
export interface Paper {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** Where the next thing stands. */
  y: number;
  /** Begins a page unless there is so much room on this one. */
  need(height: number): void;
  /** The lines of a text in this width. */
  wrap(text: string, width: number, style: TextStyle): string[];
  /** How wide a line of text is. */
  widthOf(text: string, style: TextStyle): number;
  /** Draws a line of text. */
  line(text: string, x: number, y: number, style: TextStyle): void;
  /** Draws lines of text below each other; gives their height. */
  lines(lines: readonly string[], x: number, y: number, style: TextStyle): number;
  hasMissed(): boolean;
  /** Ends it. */
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

const LEADING = 1.35;

/** Begins a document that readers for the blind can follow. */
export function openPaper(title: string, madeAt: Date): Paper {
  const doc = new PDFDocument({
    ...{ size: [page.width, page.height], margin: page.margin, autoFirstPage: true },
    ...{ tagged: true, pdfVersion: '1.7', lang: 'en', displayTitle: true, font: '' },
    info: { Title: title, Creator: 'Call-centre assistant', CreationDate: madeAt },
  } as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const fonts = openPaperFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paper: Paper = {
    ...{ doc, root, y: page.margin, need, wrap, widthOf, line, lines, finish },
    hasMissed: fonts.hasMissed,
  };
  return paper;

  function need(height: number): void {
    if (paper.y + height <= page.height - page.margin) return;
    doc.addPage();
    paper.y = page.margin;
  }

  function widthOf(text: string, { size, bold = false }: TextStyle): number {
    let width = 0;
    for (const run of fonts.runs(text, bold)) {
      width += doc.font(run.font).fontSize(size).widthOfString(run.text);
    }
    return width;
  }

  function wrap(text: string, width: number, style: TextStyle): string[] {
    const wrapped: string[] = [];
    let last = '';
    for (const word of text.split(' ')) {
      const longer = last === '' ? word : `${last} ${word}`;
      if (last !== '' && widthOf(longer, style) > width) {
        wrapped.push(last);
        last = word;
      } else last = longer;
    }
    return [...wrapped, last];
  }

  function line(text: string, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const run of fonts.runs(text, style.bold ?? false)) {
      doc
        .font(run.font)
        .fontSize(style.size)
        .fillColor(style.colour ?? ink.text);
      doc.text(run.text, at, y, { lineBreak: false });
      at += doc.widthOfString(run.text);
    }
  }

  function lines(all: readonly string[], x: number, y: number, style: TextStyle): number {
    for (const [index, text] of all.entries())
      line(text, x, y + index * style.size * LEADING, style);
    return all.length * style.size * LEADING;
  }

  async function finish(): Promise<Uint8Array<ArrayBuffer>> {
    root.end();
    doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  }
}
