import type { Role } from '@agent/protocol';

/** A page that people with an account work on. */
export interface StaffPage {
  name: 'desk' | 'wall' | 'history' | 'figures' | 'my-figures' | 'admin';
  href: string;
  label: string;
  /** Pressed after G. */
  key: string;
  roles: readonly Role[];
}

/** In the order in which they stand in the rail. */
export const staffPages: readonly StaffPage[] = [
  { name: 'desk', href: '/agent', label: 'Desk', key: 'D', roles: ['agent'] },
  { name: 'wall', href: '/supervisor', label: 'Wall', key: 'W', roles: ['supervisor', 'admin'] },
  {
    name: 'history',
    href: '/calls/history',
    label: 'History',
    key: 'H',
    roles: ['agent', 'supervisor', 'admin'],
  },
  {
    name: 'figures',
    href: '/dashboard',
    label: 'Figures',
    key: 'F',
    roles: ['supervisor', 'admin'],
  },
  { name: 'my-figures', href: '/agent/me', label: 'My figures', key: 'F', roles: ['agent'] },
  { name: 'admin', href: '/admin/users', label: 'Admin', key: 'A', roles: ['admin'] },
];

/** The pages that a role may open. */
export function staffPagesOf(role: Role): StaffPage[] {
  return staffPages.filter(({ roles }) => roles.includes(role));
}

/** Where somebody works who has just signed in. */
export function homeOf(role: Role): string {
  return homes[role];
}

const homes: Readonly<Record<Role, string>> = {
  agent: '/agent',
  supervisor: '/supervisor',
  admin: '/supervisor',
};
