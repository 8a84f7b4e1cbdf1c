export {
  type AgentDayAsked,
  type AgentDayRow,
  mayLookAtAgent,
  readAgentDay,
} from './agent-day.ts';
export {
  type AnyCallSumId,
  type FigureGroup,
  type FiguresAsked,
  type ReadFigures,
  readFigures,
} from './read-figures.ts';
export { readTargetsToday, type TargetsOfQueue } from './targets-today.ts';
