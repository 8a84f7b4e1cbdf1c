import * as main from '../index.ts';
import * as sessions from '../sessions/index.ts';

/** What every entry with components gives out. */
export const allExports = { ...main, ...sessions };

/** The files of those entries, from the folder of the sources. */
export const componentEntries = ['index.ts', 'sessions/index.ts'] as const;
