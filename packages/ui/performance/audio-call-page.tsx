import '../src/styles/index.css';
import { StrictMode, useEffect, useMemo } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { AudioLevelMeter } from '../src/index.ts';
import {
  type AudioCall,
  type RoomTicket,
  useAudioCall,
  useAudioDevices,
  useRoomMessages,
} from '../src/live/index.ts';
import { watchMicrophones } from './microphone-watch.ts';

interface CallProps {
  callId: string;
  ticket: RoomTicket;
  onHeard: () => void;
}

/** One side of a call, with everything in use that the hook gives. */
function Call({ callId, ticket, onHeard }: CallProps) {
  const { call, state } = useAudioCall({
    callId,
    active: true,
    held: false,
    getAccess: async () => ticket,
  });
  const { microphones } = useAudioDevices(state.connection);
  useRoomMessages(call, ignore);
  useEffect(() => whenBothHeard(call, onHeard), [call, onHeard]);
  const own = useMemo(() => levelOf(call, 'own'), [call]);
  const remote = useMemo(() => levelOf(call, 'remote'), [call]);
  return (
    <section data-state={state.connection} data-problem={state.problem}>
      <AudioLevelMeter caption="You" subscribe={own} />
      <AudioLevelMeter caption="Customer" subscribe={remote} />
      {microphones.map(({ id, label }) => (
        <p key={id}>{label}</p>
      ))}
      <button type="button" onClick={() => call.setMuted(!state.muted)}>
        Mute
      </button>
    </section>
  );
}

function levelOf(call: AudioCall, side: 'own' | 'remote') {
  return (listener: (level: number) => void) =>
    call.subscribeLevels((levels) => listener(levels[side]));
}

function whenBothHeard(call: AudioCall, onHeard: () => void): () => void {
  const heard = { own: false, remote: false };
  return call.subscribeLevels(({ own, remote }) => {
    heard.own ||= own > 0;
    heard.remote ||= remote > 0;
    if (heard.own && heard.remote) onHeard();
  });
}

function ignore(): void {
  // Being subscribed is what is measured.
}

const container = document.getElementById('root') as HTMLElement;
let root: Root | undefined;
let calls = 0;

window.audioCallPage = {
  join(url, token) {
    calls += 1;
    const callId = `call-${calls}`;
    root ??= createRoot(container);
    return new Promise((resolve) => {
      root?.render(
        <StrictMode>
          <Call key={callId} callId={callId} ticket={{ url, token }} onHeard={resolve} />
        </StrictMode>,
      );
    });
  },
  leave: () => root?.render(null),
  microphones: watchMicrophones(navigator.mediaDevices),
};
