import { AppShell, DeskLayout, Skeleton } from '@agent/ui';

/** The desk in grey while it is being fetched. */
export default function AgentLoading() {
  return (
    <AppShell variant="desk">
      <DeskLayout
        top={<Skeleton className="desk-skeleton-top" />}
        left={<Skeleton lines={5} />}
        main={<Skeleton className="desk-skeleton-main" lines={6} />}
      />
    </AppShell>
  );
}
