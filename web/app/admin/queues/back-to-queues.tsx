import { Button } from '@agent/ui';
import { ArrowLeft } from 'lucide-react';

/** On a small screen the way back to the list, which the editor covers there. */
export function BackToQueues({ onBack }: { onBack(): void }) {
  return (
    <div className="queue-back">
      <Button size="sm" variant="ghost" icon={<ArrowLeft />} onClick={onBack}>
        All queues
      </Button>
    </div>
  );
}
