import { Notice, Skeleton } from '@agent/ui';

/** The shape of the desk until one is in the room. */
export function StaySkeleton({ isAway }: { isAway: boolean }) {
  return (
    <div className="stay-skeleton">
      {isAway ? (
        <Notice tone="warning" title="The call cannot be reached">
          You hear nothing now. We are trying again by ourselves.
        </Notice>
      ) : null}
      <div className="stay-skeleton-columns" role="status" aria-label="Connecting to the call">
        <Skeleton lines={5} />
        <Skeleton lines={8} />
        <Skeleton lines={4} />
      </div>
    </div>
  );
}
