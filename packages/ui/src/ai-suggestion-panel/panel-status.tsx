import { Info, TriangleAlert } from 'lucide-react';

/** One calm line under the cards: what went wrong, else how the model does. Internal to the panel. */
export function PanelStatus({
  problem,
  helper,
}: {
  problem: string | null | undefined;
  helper: string | null | undefined;
}) {
  return (
    <div data-slot="suggestion-panel-status">
      <div role="alert" data-state="problem">
        {problem ? (
          <>
            <TriangleAlert aria-hidden="true" />
            <span>{problem}</span>
          </>
        ) : null}
      </div>
      <div role="status" data-state="helper">
        {helper && !problem ? (
          <>
            <Info aria-hidden="true" />
            <span>{helper}</span>
          </>
        ) : null}
      </div>
    </div>
  );
}
