import type { AdminUser, QueueId, Role, UserChangeRequest } from '@agent/protocol';

/** What of a person is typed and chosen in a form. */
export interface UserFields {
  displayName: string;
  role: Role;
  queues: readonly QueueId[];
}

/** What was changed in the form, and the person as they were when it began. */
export interface UserDraft {
  from: AdminUser;
  fields: Partial<UserFields>;
}

/** What the form shows. */
export function shownFields(user: AdminUser, draft: UserDraft | undefined): UserFields {
  const from = draft?.from ?? user;
  return { ...fieldsOf(from), queues: queuesBefore(from, draft?.fields.role), ...draft?.fields };
}

/** The draft with one more field; undefined when nothing is another any more. */
export function withField(
  user: AdminUser,
  draft: UserDraft | undefined,
  field: Partial<UserFields>,
): UserDraft | undefined {
  const fields = { ...draft?.fields, ...field };
  // Queues mean something else with another role.
  if (field.role && field.role !== draft?.fields.role) delete fields.queues;
  return differing({ from: draft?.from ?? user, fields });
}

/** The same draft upon the person as somebody else has changed them meanwhile; what was typed stays. */
export function rebased(draft: UserDraft, from: AdminUser): UserDraft | undefined {
  return differing({ from, fields: draft.fields });
}

/** What is sent. Admins have no queues, so none are named for them. */
export function changeOf({ from, fields }: UserDraft): UserChangeRequest {
  const { queues, ...others } = fields;
  const role = fields.role ?? from.role;
  return {
    version: from.version,
    ...others,
    ...(queues && role !== 'admin' && { queues: [...queues] }),
  };
}

function differing({ from, fields }: UserDraft): UserDraft | undefined {
  const before = fieldsOf(from);
  const { displayName, role, queues } = fields;
  const left: Partial<UserFields> = {
    ...(displayName !== undefined && displayName !== before.displayName && { displayName }),
    ...(role !== undefined && role !== before.role && { role }),
    ...(queues && !isSame(queues, queuesBefore(from, role)) && { queues }),
  };
  return Object.keys(left).length > 0 ? { from, fields: left } : undefined;
}

function fieldsOf({ displayName, role, queues }: AdminUser): UserFields {
  return { displayName, role, queues: queues.map(({ id }) => id) };
}

/** Those of another role go with it. */
function queuesBefore(from: AdminUser, role: Role = from.role): readonly QueueId[] {
  return role === from.role ? fieldsOf(from).queues : [];
}

function isSame(some: readonly QueueId[], others: readonly QueueId[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
