'use client';
import { Button } from '@agent/ui';
import { messageOf } from '../../http/request-error.ts';
import { SampleDataProgress } from './sample-data-progress.tsx';
import { isOnItsWay, type SampleDataState } from './use-sample-data.ts';

/** Offers a made-up past where there are no calls yet. */
export function SampleDataOffer({
  sample: { data, add, isPending, problem },
  isAdmin,
}: {
  sample: SampleDataState;
  isAdmin: boolean;
}) {
  if (!isAdmin) return <p>An administrator can add sample data on this page.</p>;
  return (
    <div className="sample-data-offer">
      {data && isOnItsWay(data) ? (
        <SampleDataProgress data={data} />
      ) : (
        <Button variant="primary" pending={isPending} onClick={add}>
          Try sample data
        </Button>
      )}
      {problem ? <p role="alert">{messageOf(problem)}</p> : null}
    </div>
  );
}
