import type { Declaration } from 'postcss';
import selectorParser, { type Selector } from 'postcss-selector-parser';
import { styleRules } from './style-rules.ts';

/**
 * Selectors of a built style sheet that could match an element of somebody else: those that ask
 * neither it nor anything around it for a class of ours. Rules that only set tokens are for everybody,
 * and so is the layer of the page.
 */
export function foreignSelectors(css: string): string[] {
  return styleRules(css)
    .filter(({ within, declarations }) => !isOfPage(within) && !declarations.every(isToken))
    .flatMap(({ selectors }) => selectors)
    .filter((selector) => !selectorParser().astSync(selector).every(asksForOurs));
}

function isOfPage(within: readonly string[]): boolean {
  return within.includes('@layer agent-ui-page');
}

function isToken({ prop }: Declaration): boolean {
  return prop === 'color-scheme' || prop.startsWith('--aui-');
}

/**
 * Whether a selector asks for a class that only our components have, or for any of them, whichever choice
 * of `:is()` and `:where()` is taken. What an element must not be (`:not()`) or has in it (`:has()`)
 * does not tell whose it is.
 */
function asksForOurs(selector: Selector): boolean {
  return selector.some((node) => {
    switch (node.type) {
      case 'class':
        return /^aui-[a-z]/.test(node.value);
      case 'attribute':
        return node.attribute === 'class' && isOurPrefix(node.operator, node.value);
      case 'pseudo':
        return /^:(?:is|where)$/.test(node.value) && node.nodes.every(asksForOurs);
      default:
        return false;
    }
  });
}

function isOurPrefix(operator: string | undefined, value = ''): boolean {
  return (
    (operator === '^=' && value.startsWith('aui-')) ||
    (operator === '*=' && value.startsWith(' aui-'))
  );
}
