import { english } from './en/english.ts';

/** The language that is spoken on calls: word lists, lexicons and cues, and nothing that reads them. */
export const language = english;
