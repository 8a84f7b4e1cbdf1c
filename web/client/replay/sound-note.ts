import type { Session } from '@agent/protocol';
import { formatClock } from '@agent/ui';
import type { PlaybackSound } from '@agent/ui/replay';

/** Why a call is not heard as a whole. */
export interface SoundNote {
  tone: 'info' | 'warning';
  title: string;
  text?: string | undefined;
  /** Whether trying again may help. */
  mayRetry?: boolean | undefined;
}

/** What is shorter than its call by less is whole to a person. */
const SAME_LENGTH_MS = 2_000;

const withoutSound = 'The replay goes by the times of the log.';

/** Why a call is not heard, or not to its end; null when all of it is. */
export function soundNote(
  { recorded, recording }: Pick<Session, 'recorded' | 'recording'>,
  durationMs: number,
  sound: PlaybackSound,
): SoundNote | null {
  switch (recording?.status) {
    case undefined:
      return recorded
        ? { tone: 'warning', title: 'Nothing was recorded of this call', text: withoutSound }
        : {
            tone: 'info',
            title: 'The customer did not agree to be recorded',
            text: withoutSound,
          };
    case 'recording':
      return {
        tone: 'info',
        title: 'The sound is still being put together',
        text: 'It will be here in a moment. Until then the replay goes by the times of the log.',
      };
    case 'lost':
      return { tone: 'warning', title: 'The sound of this call was lost', text: withoutSound };
    case 'deleted':
      return { tone: 'info', title: deletedWords(recording), text: withoutSound };
    default:
      return readyNote(recording?.durationMs ?? 0, durationMs, sound);
  }
}

function readyNote(soundMs: number, durationMs: number, sound: PlaybackSound): SoundNote | null {
  if (sound === 'failed') {
    return {
      tone: 'warning',
      title: 'The sound could not be loaded',
      text: withoutSound,
      mayRetry: true,
    };
  }
  const missingMs = durationMs - soundMs;
  if (missingMs < SAME_LENGTH_MS) return null;
  return {
    tone: 'info',
    title: `The sound ends at ${formatClock(soundMs)}`,
    text: `That is ${formatClock(missingMs)} before the call did; from there the replay goes by the times of the log.`,
  };
}

function deletedWords({ deletedAt, deletionRule }: NonNullable<Session['recording']>): string {
  const when = deletedAt ? ` on ${deletedAt.slice(0, 10)}` : '';
  const why = {
    request: ', as somebody asked for it',
    retention: ', as sound is kept only so long',
  };
  return `The sound was deleted${when}${deletionRule ? why[deletionRule] : ''}`;
}
