import { UserPlus, UserX } from 'lucide-react';
import { Button } from '../button/button.tsx';
import type { CustomerFinderLabels } from './customer-finder-labels.ts';

/** What else can be done than to choose one of the hits; a button without its act is not there. Internal to the finder. */
export function FinderActions({
  text,
  isLoading,
  isLinking,
  onMore,
  onCreate,
  onNone,
  onCancel,
}: {
  text: CustomerFinderLabels;
  isLoading: boolean;
  /** A customer has been chosen and is being linked. */
  isLinking: boolean;
  onMore: (() => void) | undefined;
  onCreate: (() => void) | undefined;
  onNone: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}) {
  return (
    <div data-slot="customer-finder-actions">
      {onMore ? (
        <Button size="sm" pending={isLoading} onClick={onMore}>
          {text.more}
        </Button>
      ) : null}
      {onCreate ? (
        <Button size="sm" icon={<UserPlus />} onClick={onCreate}>
          {text.create}
        </Button>
      ) : null}
      {onNone ? (
        <Button size="sm" icon={<UserX />} disabled={isLinking} onClick={onNone}>
          {text.none}
        </Button>
      ) : null}
      {onCancel ? (
        <Button size="sm" variant="ghost" onClick={onCancel}>
          {text.cancel}
        </Button>
      ) : null}
    </div>
  );
}
