import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { foreignSelectors } from './foreign-selectors.ts';

it.each([
  ['[data-slot="button"] { color: red }', ['[data-slot="button"]']],
  ['.aui-a, [data-slot="b"]:hover { color: red }', ['[data-slot="b"]:hover']],
  [':is(.aui-a, p) > b { color: red }', [':is(.aui-a, p) > b']],
  ['p:not(.aui-a) { color: red }', ['p:not(.aui-a)']],
  ['p:has(.aui-a) { color: red }', ['p:has(.aui-a)']],
  ['@media print { @layer agent-ui { p { color: red } } }', ['p']],
  ['.a{color:red}p{color:red;--aui-x:1}', ['.a', 'p']],
])('finds what is not ours alone: %s', (css, found) => {
  expect(foreignSelectors(css)).toEqual(found);
});

it.each([
  '.aui-a [data-slot="b"], .aui-c:not(p) { color: red }',
  ':is(.aui-a, .aui-b) > :is(p, b) { color: red }',
  ':where([class^="aui-"], [class*=" aui-"]) :where(p) { margin: 0 }',
  ':root, [data-theme="dark"] { color-scheme: dark; --aui-a: rgb(0 0 0 / 0.4) }',
  '@layer agent-ui-page { :where(body) { margin: 0 } }',
  '@keyframes aui-appear { from { opacity: 0 } }',
  '@layer base, agent-ui; @layer agent-ui { .aui-a { color: red } }',
])('takes what only our elements can be: %s', (css) => {
  expect(foreignSelectors(css)).toEqual([]);
});

const folder = `${projectRoot}/packages/ui/src`;

it.each(globSync('**/*.css', { cwd: folder }).sort())('%s styles our elements alone', (sheet) => {
  expect(foreignSelectors(readFileSync(`${folder}/${sheet}`, 'utf8'))).toEqual([]);
});
