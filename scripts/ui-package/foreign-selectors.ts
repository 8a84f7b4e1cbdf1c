import { splitAt, styleRules } from './style-rules.ts';

/** A class that only our components have, or any of them. */
const ours = /\.aui-[a-z]|\[class(?:\^="?aui-|\*="? aui-)/;

/**
 * Selectors of a built style sheet that could match an element of somebody else: those that ask
 * neither it nor anything around it for a class of ours. Rules that only set tokens are for everybody,
 * and so is the layer of the page.
 */
export function foreignSelectors(css: string): string[] {
  return styleRules(css)
    .filter(({ within, declarations }) => !isOfPage(within) && !isTokens(declarations))
    .flatMap(({ selector }) => splitAt(selector, ','))
    .filter((selector) =>
      branches(selector).some((branch) => !ours.test(withoutExceptions(branch))),
    )
    .map((selector) => selector.trim());
}

function isOfPage(within: readonly string[]): boolean {
  return within.includes('@layer agent-ui-page');
}

function isTokens(declarations: string): boolean {
  const names = splitAt(declarations, ';').map((line) => line.split(':')[0]?.trim());
  return names.every((name) => !name || name === 'color-scheme' || name.startsWith('--aui-'));
}

/** The selector once for each choice that `:is()` and `:where()` leave. */
function branches(selector: string): string[] {
  const start = /:(?:is|where)\(/.exec(selector);
  if (!start) return [selector];
  const from = start.index + start[0].length;
  const to = closingBracket(selector, from);
  return splitAt(selector.slice(from, to), ',').flatMap((choice) =>
    branches(selector.slice(0, start.index) + choice.trim() + selector.slice(to + 1)),
  );
}

/** Without what it must not be or what it has in it: neither tells whose it is. */
function withoutExceptions(selector: string): string {
  const start = /:(?:not|has)\(/.exec(selector);
  if (!start) return selector;
  const to = closingBracket(selector, start.index + start[0].length);
  return withoutExceptions(selector.slice(0, start.index) + selector.slice(to + 1));
}

function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
