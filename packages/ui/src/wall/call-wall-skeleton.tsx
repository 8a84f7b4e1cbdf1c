import { Skeleton } from '../skeleton/skeleton.tsx';

const ROWS = 5;

/** Calls as they will be, while they are fetched. Internal to the wall. */
export function CallWallSkeleton({ loading }: { loading: string }) {
  return (
    <div data-slot="call-wall-skeleton">
      <p data-slot="visually-hidden" role="status">
        {loading}
      </p>
      <Skeleton width="96px" />
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} data-slot="call-wall-skeleton-row" aria-hidden="true">
          <Skeleton width={`${30 + ((index * 17) % 30)}%`} />
          <Skeleton width={`${60 + ((index * 23) % 35)}%`} />
        </div>
      ))}
    </div>
  );
}
