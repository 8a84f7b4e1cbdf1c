'use client';
import { Button, type ButtonProps } from '@agent/ui';
import { LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useState } from 'react';

/** Ends the session of this browser. */
export function SignOutButton({
  beforeSignOut,
  ...rest
}: Omit<ButtonProps, 'onClick'> & { beforeSignOut?: () => Promise<unknown> }) {
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    await beforeSignOut?.();
    await signOut({ redirect: false }).catch(() => undefined);
    window.location.assign('/');
  };
  return (
    <Button
      aria-label="Sign out"
      {...rest}
      icon={<LogOut />}
      pending={pending}
      onClick={() => void leave()}
    >
      Sign out
    </Button>
  );
}
