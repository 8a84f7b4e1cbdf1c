import { Button } from '@agent/ui';
import { assistAt, useCallState } from '@agent/ui/live';
import { useEffect, useState } from 'react';
import '../app.css';
import './agent.css';
import { CallReplay } from '#client/call/call-replay.ts';
import { pastMoment } from './call-moment.ts';
import { CallScreen } from './call-screen.tsx';
import { storedCall, storedCustomer, storedLog } from './test-support/stored-call.ts';

/** The desk of a call that is over, at one moment of it. */
function DeskAtAMoment({ second }: { second: number }) {
  const [replay] = useState(() => new CallReplay(storedCall.callId, storedLog));
  const nowMs = replay.fromMs + second * 1_000;
  useEffect(() => replay.seek(nowMs), [replay, nowMs]);
  const { call } = useCallState(replay);
  return (
    <div inert style={{ blockSize: '100%' }}>
      <CallScreen
        moment={pastMoment(storedCall, call, nowMs)}
        assist={assistAt(call, nowMs)}
        customer={{ data: storedCustomer, connection: 'open', retry: () => undefined }}
        agentName="Alex Agent"
      />
    </div>
  );
}

/** The same, which goes on by itself: a second a second. */
function DeskThatPlays({ second: first }: { second: number }) {
  const [second, setSecond] = useState(first);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setSecond((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, [isPlaying]);
  return (
    <div style={{ blockSize: '90vh', display: 'flex', flexDirection: 'column', gap: '1rem' }}>
      <div>
        <Button onClick={() => setPlaying(!isPlaying)}>{isPlaying ? 'Pause' : 'Play'}</Button>{' '}
        <label>
          Second{' '}
          <input
            type="range"
            max={lastSecond}
            value={second}
            onChange={({ currentTarget }) => setSecond(currentTarget.valueAsNumber)}
          />
        </label>
      </div>
      <div style={{ flex: 1, minBlockSize: 0 }}>
        <DeskAtAMoment second={second} />
      </div>
    </div>
  );
}

const { fromMs, untilMs } = new CallReplay(storedCall.callId, storedLog);
const lastSecond = Math.ceil((untilMs - fromMs) / 1_000);

export default {
  title: 'Screens/A call as its agent saw it',
  component: DeskThatPlays,
  args: { second: 30 },
};

/** The desk of the product, unmodified, over the stored log of a call. */
export const AtAMoment = {};

/** Once the talk is over, what is worth noting stands in the form. */
export const InWrapUp = { args: { second: lastSecond - 1 } };

/** After the end the form stands where the help was. */
export const AfterTheEnd = { args: { second: lastSecond } };
