'use client';
import type { UserLink } from '@agent/protocol';
import { Button, Notice, TextField } from '@agent/ui';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { LocalMoment } from '#client/admin/users/local-moment.tsx';

/** A link that has just been made, to be copied: nobody can look it up again. */
export function FreshLink({
  link: { kind, url, expiresAt },
  name,
  onDismiss,
}: {
  link: UserLink;
  name: string;
  onDismiss(): void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'by-hand'>('no');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied('yes');
    } catch {
      // Browsers refuse it without https, and where somebody has said no.
      setCopied('by-hand');
    }
  };
  return (
    <Notice
      tone="success"
      title={kind === 'invite' ? `${name} is invited` : `A new password for ${name}`}
      onDismiss={onDismiss}
      action={
        <Button icon={copied === 'yes' ? <Check /> : <Copy />} onClick={() => void copy()}>
          {copied === 'yes' ? 'Copied' : 'Copy link'}
        </Button>
      }
    >
      <p>
        Send this link to {name} by a way that reaches nobody else. It works once, until{' '}
        <LocalMoment at={expiresAt} />, and is not shown again.
      </p>
      <TextField
        ref={field}
        label="Link"
        className="users-link"
        readOnly
        value={url}
        onFocus={(event) => event.target.select()}
        hint={copied === 'by-hand' ? 'It is selected: copy it by hand (Ctrl+C).' : undefined}
      />
    </Notice>
  );
}
