/** The name of a language in that language itself, such as `Deutsch` for `de`. */
export function languageName(language: string): string {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'language' });
  return names.of(language) ?? language;
}
