'use client';
import { Button } from '@agent/ui';
import { ArrowLeft } from 'lucide-react';

/** Leads back to the list where there is room for one of the two only. */
export function BackToList({ onBack }: { onBack(): void }) {
  return (
    <Button variant="ghost" className="users-back" icon={<ArrowLeft />} onClick={onBack}>
      All users
    </Button>
  );
}
