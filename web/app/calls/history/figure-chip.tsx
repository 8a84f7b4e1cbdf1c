import { IconButton } from '@agent/ui';
import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { type BehindFigure, figureInWords } from '#client/sessions/behind-figure.ts';

/** Says which figure the calls of the list are behind, until somebody takes it away; nothing without one. */
export function FigureChip({ figure, onRemove }: { figure: BehindFigure; onRemove: () => void }) {
  // In the time of the browser, which a server does not know.
  const words = useSyncExternalStore(
    neverChanges,
    () => figureInWords(figure, new Date().getFullYear()),
    () => null,
  );
  if (words === null) return null;
  return (
    <p className="figure-chip">
      <span>Calls behind: {words}</span>
      <IconButton size="sm" label="Show other calls too" icon={<X />} onClick={onRemove} />
    </p>
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
