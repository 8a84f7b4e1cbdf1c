/**
 * What a speech-to-text model is told that it has heard before, so that it writes these terms when it
 * hears them. Bare lists of names are taken up less often, and are more often said for what was not.
 */
export function termsInMind(terms: readonly string[]): string {
  return `Hello, you have reached us about ${terms.join(' and ')}. Is it ${terms.join(' or ')}?`;
}
