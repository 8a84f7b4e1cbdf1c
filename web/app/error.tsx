'use client';
import { AppShell, Button, Notice } from '@agent/ui';
import { Brand } from './brand.tsx';

/** Shown when a page cannot be drawn: mostly because the database is away. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <AppShell header={<Brand />}>
      <h1 className="page-title">This page cannot be shown right now</h1>
      <Notice
        tone="error"
        title="Something on our side does not answer"
        action={
          <Button size="lg" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing you entered is lost. Try again in a moment.
      </Notice>
    </AppShell>
  );
}
