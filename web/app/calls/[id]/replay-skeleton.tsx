import { Skeleton } from '@agent/ui';

/** The shape of a replay while its log is read. */
export function ReplaySkeleton() {
  return (
    <div className="replay" role="status" aria-label="Loading the call">
      <div className="replay-player">
        <Skeleton height="104px" />
        <Skeleton width="60%" height="32px" />
      </div>
      <div className="replay-columns">
        <div className="replay-side replay-waiting">
          <Skeleton lines={3} />
          <Skeleton lines={2} />
          <Skeleton lines={4} />
        </div>
        <div className="replay-desk replay-waiting">
          <Skeleton height="40%" />
          <Skeleton lines={3} />
        </div>
      </div>
    </div>
  );
}
