import type { Speaker } from '@agent/protocol';
import type { SpeakerNames } from './transcript-labels.ts';

/** Something that has a speaker, who may not be the one whom the side is called after. */
interface Spoken {
  speaker: Speaker;
  agentName?: string | undefined;
  supervisorName?: string | undefined;
}

/** Who said something: an agent who had the call before, a supervisor by name, or the side. */
export function speakerName(
  { speaker, agentName, supervisorName }: Spoken,
  names: SpeakerNames,
  { supervisor }: { supervisor: (name: string) => string },
): string {
  if (supervisorName !== undefined) return supervisor(supervisorName);
  return agentName ?? names[speaker];
}
