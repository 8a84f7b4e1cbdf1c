'use client';
import { Button, type ButtonProps } from '@agent/ui';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { signOut } from './sign-out.ts';

/** Ends the sessions of who is signed in, here and everywhere; says so when it could not be done. */
export function SignOutButton({
  beforeSignOut,
  ...rest
}: Omit<ButtonProps, 'onClick'> & { beforeSignOut?: () => Promise<unknown> }) {
  const [state, setState] = useState<'signed-in' | 'pending' | 'failed'>('signed-in');
  const leave = async () => {
    setState('pending');
    await beforeSignOut?.();
    if (await signOut()) window.location.assign('/');
    else setState('failed');
  };
  return (
    <Button {...rest} icon={<LogOut />} pending={state === 'pending'} onClick={() => void leave()}>
      {state === 'failed' ? 'Not signed out: try again' : 'Sign out'}
    </Button>
  );
}
