export type { PartClassNames } from '../react/part.ts';
export {
  CoachMessages,
  type CoachMessagesPart,
  type CoachMessagesProps,
  type CoachNote,
} from './coach-messages.tsx';
export {
  type CoachMessagesLabels,
  defaultCoachMessagesLabels,
} from './coach-messages-labels.ts';
export {
  type AskedHelp,
  HELP_SHORTCUT,
  HelpRequest,
  type HelpRequestPart,
  type HelpRequestProps,
} from './help-request.tsx';
export { defaultHelpRequestLabels, type HelpRequestLabels } from './help-request-labels.ts';
