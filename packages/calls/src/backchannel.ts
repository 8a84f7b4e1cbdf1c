import { language } from './language.ts';

const listeningWords = new Set(language.listeningWords.split(/\s+/));

/** The longest string of such words that says nothing new. */
const MAX_WORDS = 4;
/** From here on there is something to answer. */
const SUBSTANTIVE_WORDS = 4;

/** Whether somebody only shows that they listen ("Mm-hm.", "Okay, thank you."). */
export function isBackchannel(text: string): boolean {
  const said = words(text);
  return (
    said.length <= MAX_WORDS &&
    !text.includes('?') &&
    said.every((word) => listeningWords.has(word))
  );
}

/** Whether somebody says enough that silence from the agent would be odd. */
export function isSubstantive(text: string): boolean {
  return words(text).length >= SUBSTANTIVE_WORDS && !isBackchannel(text);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
