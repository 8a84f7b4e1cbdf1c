/**
 * The text search configurations that every Postgres has from 14 on: how words are cut to their stems,
 * and which are too common to be looked for.
 */
export const searchLanguages = [
  ...['simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish'],
  ...['french', 'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian'],
  ...['lithuanian', 'nepali', 'norwegian', 'portuguese', 'romanian', 'russian', 'serbian'],
  ...['spanish', 'swedish', 'tamil', 'turkish', 'yiddish'],
] as const;
/** How words are cut to their stems. */
export type SearchLanguage = (typeof searchLanguages)[number];
