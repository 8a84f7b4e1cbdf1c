import { Button } from '@agent/ui';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';

/** On a small screen the way back to the list, which the editor covers there; the children say which. */
export function BackToList({ onBack, children }: { onBack(): void; children: ReactNode }) {
  return (
    <div className="admin-back">
      <Button size="sm" variant="ghost" icon={<ArrowLeft />} onClick={onBack}>
        {children}
      </Button>
    </div>
  );
}
