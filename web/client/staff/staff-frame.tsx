'use client';
import type { Role } from '@agent/protocol';
import { Button, Dialog } from '@agent/ui';
import { type ReactNode, useState } from 'react';
import type { Theme } from '../preferences/theme.ts';
import { ThemeToggle } from '../preferences/theme-toggle.tsx';
import { SignOutButton } from '../sign-in/sign-out-button.tsx';
import { BESIDE_DESK, showDeskWindow } from './desk-window.ts';
import { type StaffPage, staffPagesOf } from './staff-pages.ts';
import { StaffRail } from './staff-rail.tsx';
import { useGoKeys } from './use-go-keys.ts';
import './staff.css';

/**
 * The pages that a role may open, at the side of the one that is open; on a small screen below it.
 * From a desk that is `busy` the others open in a window of their own: leaving it would take the agent
 * off duty, and out of a call.
 */
export function StaffFrame({
  here,
  staffRole,
  busy = false,
  withoutBar = false,
  account,
  children,
}: {
  here: StaffPage['name'];
  staffRole: Role;
  busy?: boolean;
  /** On a small screen there is room for the call alone. */
  withoutBar?: boolean;
  /** Theme and sign-out, where the page itself has no place for them. */
  account?: { displayName: string; theme: Theme };
  children: ReactNode;
}) {
  const [isDeskElsewhere, setDeskElsewhere] = useState(false);
  const pages = staffPagesOf(staffRole);
  const open = async (page: StaffPage) => {
    if (page.href === window.location.pathname) return;
    if (busy) return void window.open(page.href, BESIDE_DESK);
    const desk = page.name === 'desk' ? await showDeskWindow() : 'none';
    if (desk === 'none') window.location.assign(page.href);
    else setDeskElsewhere(desk === 'elsewhere');
  };
  useGoKeys(Object.fromEntries(pages.map((page) => [page.key, () => void open(page)])));
  return (
    <div className="staff-frame" data-bar={withoutBar ? 'hidden' : 'shown'}>
      <StaffRail pages={pages} here={here} busy={busy} onOpen={(page) => void open(page)}>
        {account ? (
          <>
            <ThemeToggle initial={account.theme} />
            {/* An agent signs out at the desk, which knows of a call that is going on. */}
            {staffRole === 'agent' ? null : (
              <SignOutButton size="sm" variant="ghost" title={`Sign out ${account.displayName}`} />
            )}
          </>
        ) : null}
      </StaffRail>
      <div className="staff-page">{children}</div>
      <DeskElsewhere open={isDeskElsewhere} onClose={() => setDeskElsewhere(false)} />
    </div>
  );
}

function DeskElsewhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Your desk is open in another window"
      description="Go there. A second desk would take the call away from the first."
      actions={
        <>
          <Button onClick={() => window.location.assign('/agent')}>Open a second desk</Button>
          <Button variant="primary" data-initial-focus onClick={onClose}>
            Stay here
          </Button>
        </>
      }
    />
  );
}
