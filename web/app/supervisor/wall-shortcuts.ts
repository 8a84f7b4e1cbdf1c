/** The keys of the wall in words; `useWallKeys` of @agent/ui listens for them. */
export const wallShortcuts = [
  { keys: 'ArrowDown', label: 'Next call' },
  { keys: 'ArrowUp', label: 'Call before' },
  { keys: 'L', label: 'Listen to the call' },
  { keys: 'T', label: 'Take what stands out in it' },
  { keys: '?', label: 'Keyboard shortcuts' },
] as const;
