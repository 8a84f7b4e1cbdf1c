import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { readDocuments, rowsUnder } from './documents.ts';
import { namedFigure } from './named-figure.ts';
import { isWrittenAs } from './written-figure.ts';

const rows = readDocuments().flatMap(({ file, text }) =>
  rowsUnder(text, ['Rule', 'Figure', 'Constant']).map(
    ([rule = '', figure = '', constant = '']) => ({
      file,
      rule,
      figure,
      constant,
    }),
  ),
);

/** What is wrong with a row; undefined when its figure is that of the constant it names. */
function faultOf(figure: string, constant: string): string | undefined {
  const [, name, file] = /^`([\w.]+)` in `([\w./-]+)`$/.exec(constant) ?? [];
  if (name === undefined || file === undefined) return 'names no constant';
  if (!existsSync(`${projectRoot}/${file}`)) return `${file} does not exist`;
  const value = namedFigure(file, name);
  if (value === undefined) return `${name} is no figure in ${file}`;
  return isWrittenAs(figure, name, value) ? undefined : `${name} is ${value}`;
}

it('finds the tables of figures', () => {
  expect(rows.length).toBeGreaterThan(60);
});

it.each(rows)('$file: $rule: $figure', ({ figure, constant }) => {
  expect(faultOf(figure, constant)).toBeUndefined();
});

it('states a rule once', () => {
  const constants = rows.map(({ constant }) => constant);
  expect(constants.filter((constant, at) => constants.indexOf(constant) !== at)).toEqual([]);
});

describe('a row is refused', () => {
  const file = 'web/server/calls/dispatch.ts';
  const constant = `\`dispatchTimings.graceMs\` in \`${file}\``;

  it('never when it is right', () => {
    expect(faultOf('20 s', constant)).toBeUndefined();
    expect(faultOf('20,000 ms', constant)).toBeUndefined();
  });

  it.each([
    ['another figure', '21 s', constant],
    ['another unit', '20 ms', constant],
    ['no unit', '20', constant],
    ['an unknown constant', '20 s', `\`dispatchTimings.gracesMs\` in \`${file}\``],
    ['an unknown file', '20 s', '`dispatchTimings.graceMs` in `web/server/dispatch.ts`'],
    ['no constant', '20 s', 'the code'],
  ])('with %s', (_what, figure, named) => {
    expect(faultOf(figure, named)).toBeDefined();
  });
});
