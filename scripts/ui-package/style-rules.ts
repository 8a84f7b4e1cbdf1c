import { AtRule, Declaration, type Node, parse } from 'postcss';

/** One rule of a style sheet. */
export interface StyleRule {
  selectors: readonly string[];
  declarations: readonly Declaration[];
  /** Preludes of the at-rules around it, the outermost first. */
  within: readonly string[];
}

/** The rules of a style sheet that select elements: those of keyframes are left out. */
export function styleRules(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  parse(css).walkRules((rule) => {
    const { selectors, nodes } = rule;
    const declarations = nodes.filter((node) => node instanceof Declaration);
    rules.push({ selectors, declarations, within: preludesAround(rule) });
  });
  return rules.filter(({ within }) => !within.some((prelude) => prelude.startsWith('@keyframes')));
}

function preludesAround({ parent }: Node): string[] {
  if (!parent) return [];
  const around = preludesAround(parent);
  return parent instanceof AtRule ? [...around, `@${parent.name} ${parent.params}`] : around;
}
