import { EarOff } from 'lucide-react';

/** Always in sight: whoever listens never has to wonder. */
export function SilentBand({ agentTold }: { agentTold: boolean }) {
  return (
    <p className="silent-band">
      <EarOff aria-hidden="true" />
      <span>
        <strong>You are silent.</strong> Nobody can hear or see you.
        {agentTold ? ' The agent is told that you listen, as this queue has it.' : null}
      </span>
    </p>
  );
}
