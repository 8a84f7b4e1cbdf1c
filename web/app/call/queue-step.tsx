'use client';
import { Button, Notice } from '@agent/ui';
import { languageName } from '#client/customer-flow/language-name.ts';
import type { CustomerFlow } from '#client/customer-flow/use-customer-flow.ts';
import { Step } from './step.tsx';

/** What the call is about, where there is a choice. */
export function QueueStep({ flow }: { flow: CustomerFlow }) {
  const { queues, isQueueGone, isFirstLoad, problem } = flow;
  if (queues.length === 0) return <NobodyToCall flow={flow} />;
  const isOneLanguage = new Set(queues.map(({ language }) => language)).size === 1;
  const gone = isQueueGone ? 'Nobody can be called there any more.' : null;
  return (
    <Step
      title="What is your call about?"
      lead="Choose, and you will talk to somebody who knows."
      isFirstLoad={isFirstLoad}
    >
      {(problem ?? gone) ? <Notice tone="warning" title={problem ?? gone} /> : null}
      <ul className="call-queues">
        {queues.map((queue) => (
          <li key={queue.id}>
            <Button size="lg" onClick={() => flow.chooseQueue(queue)}>
              <span className="call-queue-name">{queue.name}</span>
              {isOneLanguage ? null : (
                <span className="call-hint" lang={queue.language}>
                  {languageName(queue.language)}
                </span>
              )}
            </Button>
          </li>
        ))}
      </ul>
    </Step>
  );
}

function NobodyToCall({ flow }: { flow: CustomerFlow }) {
  return (
    <Step
      title="Talk to us"
      lead="Nobody can be called here at the moment. Come back later."
      isFirstLoad={flow.isFirstLoad}
    >
      <div className="call-buttons">
        <Button size="lg" onClick={() => void flow.resume()}>
          Try again
        </Button>
      </div>
    </Step>
  );
}
