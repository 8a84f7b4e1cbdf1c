/** What may be joined to a word by an apostrophe, and the verb that it stands for. */
export const CLITICS: Readonly<Record<string, string>> = {
  m: 'be',
  re: 'be',
  ve: 'have',
  ll: 'will',
  d: 'would',
};

/** After these, ’s is a verb; after any other word it may as well be a genitive and is left out. */
export const SUBJECTS = 'it that this what where who when how there here he she nobody';
