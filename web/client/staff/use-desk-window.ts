'use client';
import { useEffect } from 'react';
import { holdDeskWindow } from './desk-window.ts';

/** Lets other windows know, as long as this page is shown, that the desk is here. */
export function useDeskWindow(): void {
  useEffect(holdDeskWindow, []);
}
