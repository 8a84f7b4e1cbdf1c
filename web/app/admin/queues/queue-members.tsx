'use client';
import type { AdminQueues } from '@agent/protocol';
import { Badge, Notice } from '@agent/ui';
import Link from 'next/link';
import { useController, useFormContext } from 'react-hook-form';
import type { QueueFormValues } from '#client/admin/queues/queue-form.ts';
import { activeAmong } from '#client/admin/queues/queue-words.ts';
import { ChoiceList } from './choice-list.tsx';

/** Who takes the calls of a queue. */
export function QueueMembers({ agents }: { agents: AdminQueues['agents'] }) {
  const { control } = useFormContext<QueueFormValues>();
  const { field } = useController({ control, name: 'memberIds' });
  const chosen = field.value;
  const isTaken = activeAmong(chosen, agents).length > 0;
  // Somebody who is disabled takes no calls, and can only be taken out.
  const shown = agents.filter(({ userId, disabled }) => !disabled || chosen.includes(userId));
  return (
    <fieldset className="queue-part">
      <legend>Agents</legend>
      {isTaken ? null : (
        <Notice tone="warning" title="Nobody takes calls of this queue">
          {shown.length > 0 ? (
            'Choose who does. Until then whoever calls it waits.'
          ) : (
            <>
              There is no agent yet. Invite one on the page <Link href="/admin/users">Users</Link>.
            </>
          )}
        </Notice>
      )}
      {shown.length > 0 ? (
        <ChoiceList
          label="Agents"
          searchLabel="Search agents"
          choices={shown.map(({ userId, displayName, username, disabled }) => ({
            id: userId,
            label: displayName,
            detail: username,
            badge: disabled ? <Badge tone="warning">Disabled</Badge> : undefined,
          }))}
          chosen={chosen}
          onChange={field.onChange}
        />
      ) : null}
    </fieldset>
  );
}
