'use client';
import type { ReactNode } from 'react';
import { useStepHeading } from '#client/customer-flow/use-step-heading.ts';

/** One step of the customer's way: a heading that takes the focus, and what to do. */
export function Step({
  title,
  lead,
  isFirstLoad = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  isFirstLoad?: boolean;
  children: ReactNode;
}) {
  const heading = useStepHeading(isFirstLoad);
  return (
    <div className="call-step">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead ? <p className="call-lead">{lead}</p> : null}
      {children}
    </div>
  );
}

/** Which of the three questions before the call this is. */
export function StepCount({ current }: { current: 1 | 2 | 3 }) {
  return <p className="call-count">Step {current} of 3</p>;
}
