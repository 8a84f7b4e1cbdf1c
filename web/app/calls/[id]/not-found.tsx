import { AppShell, EmptyState } from '@agent/ui';
import { PhoneOff } from 'lucide-react';
import Link from 'next/link';
import { Brand } from '../../brand.tsx';

/** No such call, none that is over, or none that this person may look back at: all the same to it. */
export default function NoSuchCall() {
  return (
    <AppShell header={<Brand />}>
      <h1 className="page-title">There is no such call</h1>
      <EmptyState
        icon={<PhoneOff />}
        title="It may go on still, or be somebody else’s."
        description="Calls can be played again once they are over."
        action={
          <Link className="link-button" href="/calls/history">
            To the calls
          </Link>
        }
      />
    </AppShell>
  );
}
