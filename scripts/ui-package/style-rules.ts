/** One rule of a style sheet. */
export interface StyleRule {
  selector: string;
  declarations: string;
  /** Preludes of the at-rules around it. */
  within: readonly string[];
}

/** The rules of a sheet without nesting of rules, as builds make it. */
export function styleRules(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const open: string[] = [];
  let text = '';
  for (const sign of css.replace(/\/\*[\s\S]*?\*\//g, '')) {
    if (sign === '{') open.push(text.split(';').at(-1)?.trim() ?? '');
    if (sign === '}') {
      const selector = open.pop() ?? '';
      const isRule = text.trim() && !selector.startsWith('@');
      if (isRule) rules.push({ selector, declarations: text, within: [...open] });
    }
    text = sign === '{' || sign === '}' ? '' : text + sign;
  }
  return rules.filter(({ within }) => !within.some((prelude) => prelude.startsWith('@keyframes')));
}

/** Parts of a text between separators that stand in no brackets. */
export function splitAt(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
