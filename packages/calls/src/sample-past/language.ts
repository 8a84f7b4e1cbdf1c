import { SAMPLE_LINES, SAMPLE_NAMES } from './en/sample-lines.ts';

/** The language that is spoken in calls that never were. */
export const language = { lines: SAMPLE_LINES, names: SAMPLE_NAMES };
