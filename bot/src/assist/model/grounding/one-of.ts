/** The part of a pattern that is any one of these; each may be several, parted by `|`. */
export function oneOf(...alternatives: readonly string[]): string {
  return `(?:${alternatives.join('|')})`;
}
