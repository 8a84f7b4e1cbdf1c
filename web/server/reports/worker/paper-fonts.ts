import { readFileSync } from 'node:fs';

/** A part of the document's typeface, as the browser's are cut: each file has some of the scripts. */
interface FontPart {
  name: string;
  regular: URL;
  bold: URL;
}

// Written out, so that the build finds the files and puts them beside the program.
const parts: readonly FontPart[] = [
  {
    name: 'latin',
    regular: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
      import.meta.url,
    ),
    bold: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff',
      import.meta.url,
    ),
  },
  {
    name: 'latin-ext',
    regular: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff',
      import.meta.url,
    ),
    bold: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff',
      import.meta.url,
    ),
  },
  {
    name: 'greek',
    regular: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff',
      import.meta.url,
    ),
    bold: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-600-normal.woff',
      import.meta.url,
    ),
  },
  {
    name: 'cyrillic',
    regular: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff',
      import.meta.url,
    ),
    bold: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff',
      import.meta.url,
    ),
  },
  {
    name: 'vietnamese',
    regular: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff',
      import.meta.url,
    ),
    bold: new URL(
      '../../../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff',
      import.meta.url,
    ),
  },
];

/** Stands for what no part has a shape for: scripts of other parts of the world, pictures. */
const MISSING = '?';

interface ShapesOfFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** What of pdfkit fonts need; its types do not tell what a font has shapes for. */
interface WithFonts {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
}

/** Some text in one font. */
export interface FontRun {
  font: string;
  text: string;
}

/** The typeface of a document. */
export interface PaperFonts {
  /** The runs of a text; what has no shape stands as `?`. */
  runs(text: string, isBold: boolean): FontRun[];
  /** Whether anything had no shape so far. */
  hasMissed(): boolean;
}

/** Makes the typeface known to a document. */
export function openPaperFonts(doc: WithFonts): PaperFonts {
  let missed = false;
  const open = (weight: 'regular' | 'bold') =>
    parts.map((part) => {
      const font = `${part.name}-${weight}`;
      doc.registerFont(font, readFileSync(part[weight]));
      doc.font(font);
      const { font: shapes } = (doc as unknown as { _font: { font: ShapesOfFont } })._font;
      return { font, shapes };
    });
  const fonts = { regular: open('regular'), bold: open('bold') };
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return { runs, hasMissed: () => missed };

  function runs(text: string, isBold: boolean): FontRun[] {
    const found: FontRun[] = [];
    for (const { segment } of graphemes.segment(text)) {
      const [first] = fonts[isBold ? 'bold' : 'regular'];
      const known = fonts[isBold ? 'bold' : 'regular'].find(({ shapes }) =>
        [...segment].every((sign) => shapes.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)),
      );
      if (!known) missed = true;
      const font = (known ?? first)?.font ?? '';
      const last = found.at(-1);
      const sign = known ? segment : MISSING;
      if (last?.font === font) last.text += sign;
      else found.push({ font, text: sign });
    }
    return found;
  }
}
