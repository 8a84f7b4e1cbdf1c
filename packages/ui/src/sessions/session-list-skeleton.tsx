import { Skeleton } from '../skeleton/skeleton.tsx';

const ROWS = 8;

/** Rows as they will be, while they are fetched. Internal to the list. */
export function SessionListSkeleton({ showAgent }: { showAgent: boolean }) {
  return (
    <div data-slot="session-list-skeleton">
      <Skeleton width="72px" />
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} data-slot="session-list-link" aria-hidden="true">
          <Skeleton data-column="time" width="36px" />
          <Skeleton data-column="customer" width={`${55 + ((index * 17) % 40)}%`} />
          {showAgent ? <Skeleton data-column="agent" width="60%" /> : null}
          <Skeleton data-column="duration" width="32px" />
          <Skeleton data-column="sentiment" width="85%" />
          <Skeleton data-column="outcome" width="72px" />
          <Skeleton data-column="rating" width="24px" />
          <Skeleton data-column="about" width={`${40 + ((index * 23) % 50)}%`} />
          <Skeleton data-column="sound" width="80px" />
        </div>
      ))}
    </div>
  );
}
