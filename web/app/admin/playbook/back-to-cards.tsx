import { Button } from '@agent/ui';
import { ArrowLeft } from 'lucide-react';

/** On a small screen the way back to the list, which the editor covers there. */
export function BackToCards({ onBack }: { onBack(): void }) {
  return (
    <div className="playbook-back">
      <Button size="sm" variant="ghost" icon={<ArrowLeft />} onClick={onBack}>
        All cards
      </Button>
    </div>
  );
}
