import { MicOff, Volume2 } from 'lucide-react';

/** What the two sides hear of one. */
export type Heard = 'not-yet' | 'heard' | 'muted' | 'held' | 'no-microphone' | 'reconnecting';

/** Always in sight: whether one is heard. */
export function SpeakingBand({ state }: { state: Heard }) {
  return (
    <p className="speaking-band" role="status" data-state={state}>
      {state === 'heard' ? <Volume2 aria-hidden="true" /> : <MicOff aria-hidden="true" />}
      <strong>{words[state]}</strong>
    </p>
  );
}

const words: Record<Heard, string> = {
  'not-yet': 'Nobody can hear you.',
  heard: 'Both can hear you.',
  muted: 'You are muted. Both know that you are there.',
  held: 'On hold: nobody can hear you.',
  'no-microphone': 'Nobody can hear you: there is no microphone. Both know that you are there.',
  reconnecting: 'Reconnecting. It may be that nobody hears you.',
};
