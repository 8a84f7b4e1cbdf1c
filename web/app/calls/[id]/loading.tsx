import { AppShell } from '@agent/ui';
import { Brand } from '../../brand.tsx';
import { ReplaySkeleton } from './replay-skeleton.tsx';
import './replay.css';

/** Until the server has looked the call up. */
export default function LoadingCall() {
  return (
    <AppShell variant="desk" className="replay-page" header={<Brand />}>
      <ReplaySkeleton />
    </AppShell>
  );
}
