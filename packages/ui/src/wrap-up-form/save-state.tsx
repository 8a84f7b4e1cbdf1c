import { Check, LoaderCircle, Pencil, TriangleAlert } from 'lucide-react';

/** Whether what was typed has reached the server. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed';

/** The save state as icon and words. Internal to forms that save as typed. */
export function SaveStateText({
  state,
  labels,
  className,
}: {
  state: SaveState | undefined;
  labels: Record<SaveState, string>;
  className: string | undefined;
}) {
  const Icon = state ? icons[state] : null;
  return (
    <p role="status" data-slot="save-state" className={className} data-state={state}>
      {Icon ? <Icon aria-hidden="true" /> : null}
      {state ? labels[state] : ''}
    </p>
  );
}

const icons = { saved: Check, saving: LoaderCircle, unsaved: Pencil, failed: TriangleAlert };
