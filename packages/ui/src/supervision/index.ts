export type { PartClassNames } from '../react/part.ts';
export {
  type AskedHelp,
  HELP_SHORTCUT,
  HelpRequest,
  type HelpRequestPart,
  type HelpRequestProps,
} from './help-request.tsx';
export { defaultHelpRequestLabels, type HelpRequestLabels } from './help-request-labels.ts';
