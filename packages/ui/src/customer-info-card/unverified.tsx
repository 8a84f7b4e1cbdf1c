import { UserX } from 'lucide-react';
import { Button } from '../button/button.tsx';
import { type PartClassNames, part } from '../react/part.ts';
import type { CustomerInfoCardLabels } from './customer-info-card-labels.ts';
import type { CustomerInfoCardPart } from './record-context.ts';

/** Nobody has made sure that the caller is this customer: in words, with what to do about it. */
export function Unverified({
  text,
  onConfirm,
  confirming,
  classNames,
}: {
  text: CustomerInfoCardLabels;
  onConfirm: (() => void) | undefined;
  confirming: boolean | undefined;
  classNames: PartClassNames<CustomerInfoCardPart> | undefined;
}) {
  return (
    <div {...part('customer-info-card-unverified', classNames)}>
      <UserX aria-hidden="true" />
      <div>
        <strong>{text.unverified}</strong>
        <p>{text.unverifiedDescription}</p>
        {onConfirm ? (
          <Button size="sm" pending={confirming} onClick={onConfirm}>
            {text.confirm}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
