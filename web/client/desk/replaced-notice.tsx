'use client';
import { Button, Notice } from '@agent/ui';

/** This page is open in newer windows, which are the ones that are kept up to date. */
export function ReplacedNotice({ onTakeBack }: { onTakeBack: () => void }) {
  return (
    <Notice
      tone="warning"
      title="This page is open in newer windows"
      action={
        <Button size="sm" variant="primary" onClick={onTakeBack}>
          Use this window
        </Button>
      }
    >
      What you see here is no longer kept up to date. Close windows that you do not need.
    </Notice>
  );
}
