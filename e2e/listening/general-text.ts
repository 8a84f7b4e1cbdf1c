/** A text with its ids, names of LiveKit, times and numbers blanked: what is left says of which kind it is. */
export function generalText(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, '‹id›')
    .replaceAll(/\b(?:RM|PA|TR)_\w+/gu, '‹sid›')
    .replaceAll(/_r_[0-9a-z]+_/gu, '‹react›')
    .replaceAll(/\d+(?:\.\d+)?/gu, '#')
    .slice(0, 600);
}
