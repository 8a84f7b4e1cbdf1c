import { numberGroups } from '../../../spoken-numbers/number-group.ts';
import { spokenTokens } from '../../../spoken-numbers/spoken-token.ts';

/** A text in lower case with one kind of space and apostrophe, and with its numbers in digits. */
export function plainNumbers(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ')
    .replace(/\ban? (?=(?:hundred|thousand|million|grand)\b)/gu, 'one ');
  return wordsInDigits(plain);
}

function wordsInDigits(text: string): string {
  const tokens = spokenTokens(text);
  let plain = '';
  let doneUntil = 0;
  for (const { digits, from, to } of numberGroups(tokens)) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (!first || !last || first.number?.kind === 'digits') continue;
    plain += text.slice(doneUntil, first.start) + digits;
    doneUntil = last.end;
  }
  return plain + text.slice(doneUntil);
}
