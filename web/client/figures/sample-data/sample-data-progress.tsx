import { formatCount } from '@agent/calls';
import type { SampleData } from '@agent/protocol';
import './sample-data.css';

/** How far the made-up past is on its way in or out. */
export function SampleDataProgress({ data }: { data: SampleData }) {
  const { state, callsDone, callsWanted } = data;
  const most = Math.max(callsWanted, callsDone, 1);
  const done = state === 'removing' ? most - callsDone : callsDone;
  const words = state === 'removing' ? 'Removing sample data' : 'Adding sample data';
  return (
    <div className="sample-data-progress">
      <progress value={done} max={most} aria-label={words} />
      <span>
        {formatCount(done)} of {state === 'removing' ? '' : 'about '}
        {formatCount(most)} calls
      </span>
    </div>
  );
}
