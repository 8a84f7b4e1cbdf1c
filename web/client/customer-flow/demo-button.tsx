'use client';
import { Button, Notice } from '@agent/ui';
import { useState } from 'react';
import { startDemoCall } from '../http/call-api.ts';
import { useAction } from '../http/use-action.ts';

/** Lets the scripted customer call in and says what to do next. */
export function DemoButton() {
  const [called, setCalled] = useState(false);
  const demo = useAction(async () => {
    setCalled(false);
    await startDemoCall();
    setCalled(true);
  });
  return (
    <div className="demo-call">
      <Button size="lg" pending={demo.pending} onClick={() => void demo.run()}>
        {demo.pending ? 'Calling…' : 'Let a scripted customer call'}
      </Button>
      {called ? (
        <Notice tone="success" title="The customer is in line">
          Open the agent desk and go available: the call is offered to you.
        </Notice>
      ) : null}
      {demo.problem ? <Notice tone="error" title={demo.problem} /> : null}
    </div>
  );
}
