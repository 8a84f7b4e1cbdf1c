export type { AgentStatus, AlertKind, Speaker } from '@agent/protocol';
export type { PartClassNames } from '../react/part.ts';
export type { SentimentCourse } from '../sessions/sentiment-course.ts';
export type { SentimentSparkLabels } from '../sessions/sentiment-spark.tsx';
export {
  AgentBoard,
  type AgentBoardLabels,
  type AgentBoardProps,
  defaultAgentBoardLabels,
} from './agent-board.tsx';
export { CallWall, type CallWallProps, type CallWallStatus } from './call-wall.tsx';
export { type CallWallLabels, defaultCallWallLabels } from './call-wall-labels.ts';
export {
  defaultWaitingListLabels,
  WaitingList,
  type WaitingListLabels,
  type WaitingListProps,
} from './waiting-list.tsx';
export type { CallWallPart } from './wall-context.ts';
export type {
  WallAct,
  WallAgentItem,
  WallAlertItem,
  WallCallItem,
  WallPerson,
  WallQueue,
  WallWaitingItem,
} from './wall-item.ts';
export {
  defaultWallSummaryLabels,
  type WallFreshness,
  WallSummary,
  type WallSummaryLabels,
  type WallSummaryProps,
} from './wall-summary.tsx';
export { unattended, type WallTier, wallTierOf, wallTiers } from './wall-tiers.ts';
