/** Names have fewer; of a longer text only so many words are looked for. */
const mostWords = 8;

/** The beginning of a folded text that is looked for as a name. */
export function firstWords(folded: string): string {
  return folded.split(' ').slice(0, mostWords).join(' ');
}

/** A folded text with each of its words once. */
export function distinctWords(folded: string): string {
  return [...new Set(folded.split(' '))].join(' ');
}

/** Words without those that others begin with: who has a "maria" has an "m" and a "ma" too. */
export function tellingWords(folded: string): string[] {
  const words = [...new Set(folded.split(' '))];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}

/** A `tsquery`: each of these words, taken literally, begins a word. */
export function beginsQuery(words: readonly string[]): string {
  return words.map((word) => `${lexeme(word)}:*`).join(' & ');
}

/** A `tsquery`: for each typed word one of those that it may mean. */
export function anyOfEachQuery(meant: readonly (readonly string[])[]): string {
  return meant.map((words) => `(${words.map(lexeme).join(' | ')})`).join(' & ');
}

function lexeme(word: string): string {
  return `'${word.replace(/['\\]/g, '$&$&')}'`;
}
