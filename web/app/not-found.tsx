import { AppShell, EmptyState } from '@agent/ui';
import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { Brand } from './brand.tsx';

/** Any address that is none of ours. */
export default function NotFoundPage() {
  return (
    <AppShell header={<Brand />}>
      <h1 className="page-title">There is no such page</h1>
      <EmptyState
        icon={<SearchX />}
        title="The address may be mistyped or old."
        action={
          <Link className="link-button" href="/">
            To the start page
          </Link>
        }
      />
    </AppShell>
  );
}
