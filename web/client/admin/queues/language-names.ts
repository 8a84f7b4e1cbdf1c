import { spokenLanguages } from '@agent/protocol';

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** The English name of a language. */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** Languages to choose from: English first, the others by name. */
export const languageOptions: readonly { value: string; label: string }[] = [
  ...spokenLanguages.slice(0, 1),
  ...spokenLanguages
    .slice(1)
    .toSorted((one, other) => languageName(one).localeCompare(languageName(other), 'en')),
].map((value) => ({ value, label: languageName(value) }));
