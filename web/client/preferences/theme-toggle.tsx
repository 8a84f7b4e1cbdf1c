'use client';
import { IconButton } from '@agent/ui';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { applyTheme, type Theme } from './theme.ts';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const words: Record<Theme, string> = {
  system: 'Colours: as on this computer',
  light: 'Colours: light',
  dark: 'Colours: dark',
};
const icons = { system: <Monitor />, light: <Sun />, dark: <Moon /> };

/** Goes through the system's colours, light and dark. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const change = () => {
    applyTheme(next[theme]);
    setTheme(next[theme]);
  };
  return <IconButton label={words[theme]} icon={icons[theme]} onClick={change} />;
}
