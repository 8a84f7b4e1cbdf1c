'use client';
import type { AdminQueue, AdminQueues } from '@agent/protocol';
import { Button, Dialog, Notice } from '@agent/ui';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { removeQueue } from '#client/admin/queues/queue-api.ts';
import { whatRemovingDoes } from '#client/admin/queues/queue-words.ts';
import { useLookAgain } from '#client/admin/queues/use-queues.ts';
import { useAction } from '#client/http/use-action.ts';
import { Consequences } from './confirm-saving.tsx';

/** Removes a queue, after a second step that says what that does. */
export function RemoveQueue({
  queue,
  choices: { queues, agents },
  onRemoved,
}: {
  queue: AdminQueue;
  choices: AdminQueues;
  onRemoved(): void;
}) {
  const [isAsking, setAsking] = useState(false);
  const lookAgain = useLookAgain();
  const remove = useAction(async () => {
    // As it is known now: what is typed is about to go.
    const { version } = queues.find(({ id }) => id === queue.id) ?? queue;
    await removeQueue(queue.id, version).finally(lookAgain);
    onRemoved();
  });
  const why = whyNot(queue, queues);
  const close = () => {
    setAsking(false);
    remove.clear();
  };
  return (
    <section className="queue-removal" aria-labelledby="queue-removal-title">
      <h3 id="queue-removal-title">Remove this queue</h3>
      <p className="queue-muted">{why ?? 'For good; past calls keep its name.'}</p>
      <div>
        <Button
          variant="danger"
          icon={<Trash2 />}
          disabled={why !== null}
          onClick={() => setAsking(true)}
        >
          Remove
        </Button>
      </div>
      <Dialog
        open={isAsking}
        onClose={close}
        title={`Remove “${queue.name}”?`}
        description="This cannot be undone."
        actions={
          <>
            <Button data-initial-focus onClick={close}>
              Keep it
            </Button>
            <Button variant="danger" pending={remove.pending} onClick={() => void remove.run()}>
              Remove for good
            </Button>
          </>
        }
      >
        <Consequences said={whatRemovingDoes(queue, queues, agents)} />
        {remove.problem ? <Notice tone="error" title={remove.problem} /> : null}
      </Dialog>
    </section>
  );
}

function whyNot({ id }: AdminQueue, queues: readonly AdminQueue[]): string | null {
  if (queues.length === 1) return 'This is the only queue. Add another before you remove it.';
  const calls = queues.find((one) => one.id === id)?.openCalls ?? 0;
  if (calls === 0) return null;
  return calls === 1
    ? 'One call is waiting or going on. The queue can be removed once that is over.'
    : `${calls} calls are waiting or going on. The queue can be removed once they are over.`;
}
