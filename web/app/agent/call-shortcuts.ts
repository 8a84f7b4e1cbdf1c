import { defaultAISuggestionPanelShortcuts as suggestion } from '@agent/ui';
import { HELP_SHORTCUT } from '@agent/ui/supervision';

const [first, second] = suggestion.choose;

/** The keys of a call, as its list of keys shows them. A letter or digit alone works while nobody types. */
export const callShortcuts = [
  { keys: 'M', label: 'Mute or unmute' },
  { keys: 'H', label: 'Hold or resume' },
  { keys: 'P', label: 'Pause the recording, or go on' },
  { keys: HELP_SHORTCUT, label: 'Ask a supervisor for help' },
  { keys: 'Shift+Mod+E', label: 'Hang up' },
  { keys: suggestion.use, label: 'Put the suggestion into the chat box' },
  { keys: suggestion.said, label: 'You have said the suggestion' },
  { keys: suggestion.edit, label: 'Edit the suggestion' },
  { keys: suggestion.dismiss, label: 'Dismiss the suggestion' },
  { keys: suggestion.wrong, label: 'Mark the suggestion as wrong' },
  { keys: first, label: 'Choose the first suggestion' },
  { keys: second, label: 'Choose the second suggestion' },
  {
    keys: `Alt+${suggestion.use}`,
    label: 'While you type: each key of a suggestion, held like this',
  },
  { keys: 'Enter', label: 'Send the chat message' },
  { keys: '?', label: 'This list' },
];
