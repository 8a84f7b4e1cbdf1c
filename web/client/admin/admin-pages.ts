/** A page on which admins run the place. */
export interface AdminPage {
  href: `/admin/${string}`;
  label: string;
}

/** In the order in which they stand on top of each of them. */
export const adminPages: readonly AdminPage[] = [
  { href: '/admin/users', label: 'Users' },
  { href: '/admin/queues', label: 'Queues' },
  { href: '/admin/playbook', label: 'Playbook' },
  { href: '/admin/settings', label: 'Settings' },
  { href: '/admin/audit', label: 'Audit' },
];
