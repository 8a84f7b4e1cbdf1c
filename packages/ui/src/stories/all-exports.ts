import * as figures from '../figures/index.ts';
import * as main from '../index.ts';
import * as replay from '../replay/index.ts';
import * as sessions from '../sessions/index.ts';
import * as supervision from '../supervision/index.ts';
import * as wall from '../wall/index.ts';
import * as wrapUp from '../wrap-up/index.ts';

/** What every entry with components gives out. */
export const allExports = {
  ...main,
  ...figures,
  ...replay,
  ...sessions,
  ...supervision,
  ...wall,
  ...wrapUp,
};

/** The files of those entries, from the folder of the sources. */
export const componentEntries = [
  'index.ts',
  'figures/index.ts',
  'replay/index.ts',
  'sessions/index.ts',
  'supervision/index.ts',
  'wall/index.ts',
  'wrap-up/index.ts',
] as const;
