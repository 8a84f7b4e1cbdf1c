/** The keys of a call, as its list of keys shows them. Those of a letter alone work while nobody types. */
export const callShortcuts = [
  { keys: 'M', label: 'Mute or unmute' },
  { keys: 'H', label: 'Hold or resume' },
  { keys: 'Shift+Mod+E', label: 'Hang up' },
  { keys: 'U', label: 'Put the suggestion into the chat box' },
  { keys: 'S', label: 'Said the suggestion' },
  { keys: 'E', label: 'Edit the suggestion' },
  { keys: 'X', label: 'Dismiss the suggestion' },
  { keys: 'W', label: 'The suggestion is wrong' },
  { keys: '1', label: 'Choose the first suggestion' },
  { keys: '2', label: 'Choose the second suggestion' },
  { keys: 'Alt+U', label: 'The same while typing: any of these with Alt' },
  { keys: 'Enter', label: 'Send the chat message' },
  { keys: '?', label: 'This list' },
];
