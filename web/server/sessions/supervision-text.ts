import type { CoachItem, SupervisionAct, SupervisionItem } from '@agent/calls';

/** What a supervisor wrote or did, or the agent asked of one, as a line of the transcript says it. */
export function supervisionText(item: SupervisionItem | CoachItem): string {
  if (item.kind === 'coach') return `${item.from} (supervisor, to the agent alone): ${item.text}`;
  return `[${words[item.act](item.name, item.text)}]`;
}

const words: Record<SupervisionAct, (name: string, text: string) => string> = {
  'help-asked': (_, reason) => `the agent asked for help${reason && `: ${reason}`}`,
  'help-taken': (name) => `${name} helps`,
  'help-done': () => 'help is done',
  'help-withdrawn': () => 'the agent needs no help any more',
  listening: (name) => `${name} listens; the agent is told`,
  'stopped-listening': (name) => `${name} has stopped listening`,
  joined: (name) => `${name} (supervisor) has joined; both sides are told`,
  left: (name) => `${name} (supervisor) has left`,
};
