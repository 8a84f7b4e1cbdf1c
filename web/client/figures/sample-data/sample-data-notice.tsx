'use client';
import { formatCount } from '@agent/calls';
import { Button, Notice } from '@agent/ui';
import { messageOf } from '../../http/request-error.ts';
import { SampleDataProgress } from './sample-data-progress.tsx';
import type { SampleDataState } from './use-sample-data.ts';

/** Says that figures are made up, as long as they are, and takes that away. */
export function SampleDataNotice({
  sample: { data, remove, isPending, problem },
  isAdmin,
}: {
  sample: SampleDataState;
  isAdmin: boolean;
}) {
  if (!data || data.state === 'none') return null;
  if (data.state !== 'ready') {
    const title =
      data.state === 'adding' ? 'Sample data is being added' : 'Sample data is being removed';
    return (
      <Notice title={title}>
        <SampleDataProgress data={data} />
      </Notice>
    );
  }
  return (
    <Notice
      title="With sample data"
      action={
        isAdmin ? (
          <Button size="sm" pending={isPending} onClick={remove}>
            Remove sample data
          </Button>
        ) : undefined
      }
    >
      {formatCount(data.callsDone)} made-up calls are in history and figures, each with “(sample)”
      behind its names. Alerts are of them, and not of calls since then.
      {isAdmin ? null : ' An administrator can remove them.'}
      {problem ? <strong role="alert"> {messageOf(problem)}</strong> : null}
    </Notice>
  );
}
