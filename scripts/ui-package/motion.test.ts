import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { projectRoot } from '../project.ts';
import { styleRules } from './style-rules.ts';

const folder = `${projectRoot}/packages/ui/src`;
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const moving = globSync('**/*.css', { cwd: folder }).flatMap((sheet) =>
  styleRules(read(sheet)).flatMap(({ selectors, declarations, within }) =>
    declarations
      .filter(({ prop }) => /^(animation|transition)/.test(prop))
      .map((declaration) => ({ selector: selectors.join(), line: String(declaration), within })),
  ),
);

it('moves nothing where somebody asked for less motion, whatever an app says of its length', () => {
  const allowed = '@media (prefers-reduced-motion: no-preference)';
  expect(moving.map(({ selector }) => selector).join()).toContain('.aui-offer-card');
  expect(moving.filter(({ within }) => !within.includes(allowed))).toEqual([]);
});

it('moves as long as the one token says, which is 120 ms', () => {
  const lengths = moving.filter(({ line }) => !/ var\(--aui-motion\)$/.test(line));
  expect(lengths).toEqual([]);
  expect(read('styles/tokens.css')).toMatch(/--aui-motion: 120ms /);
  expect(read('ai-suggestion-panel/use-suggestion-slots.ts')).toMatch(/FADE_MS = 120;/);
});

it('fades and shifts, and lays nothing out again', () => {
  const keyframes = [...read('styles/motion.css').matchAll(/@keyframes[\s\S]+?\n {2}\}/g)];
  const changed = keyframes.flatMap(([text]) => [...text.matchAll(/([a-z-]+):/g)]);
  expect(new Set(changed.map(([, name]) => name))).toEqual(new Set(['opacity', 'transform']));
});
