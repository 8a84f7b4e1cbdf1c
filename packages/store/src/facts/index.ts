export { agentTime } from './agent-time.ts';
export { checkDays } from './check-days.ts';
export { type FigureZone, readFigureZone, setFigureZone } from './figure-zone.ts';
export { type DirtyDaysOptions, rebuildDay, rebuildDirtyDays } from './rebuild-day.ts';
export { type RebuildFactsOptions, rebuildFacts } from './rebuild-facts.ts';
