/** Control, format, private and lone surrogate characters; the format ones hide text or turn its direction. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;

/**
 * Somebody's words as one line of plain characters, at most so long. Look-alikes of markers become
 * the markers themselves (NFKC) and square brackets, which some models take for marks of a role,
 * become round ones; what JSON itself cannot keep inside a string is left to its encoder.
 */
export function plainText(text: string, maxLength: number): string {
  const plain = text
    .normalize('NFKC')
    .replace(unseen, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length <= maxLength ? plain : `${plain.slice(0, maxLength - 1).trimEnd()}…`;
}
