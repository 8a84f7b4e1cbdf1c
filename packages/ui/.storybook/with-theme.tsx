import type { Decorator } from '@storybook/react-vite';
import { useLayoutEffect } from 'react';

/** Gives the page the theme and direction chosen in the toolbar or by the story's globals. */
export const withTheme: Decorator = (Story, { globals, parameters }) => {
  const { theme, direction } = globals as { theme: string; direction: string };
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.dir = direction;
    document.documentElement.lang = 'en';
  }, [theme, direction]);
  if (parameters.layout === 'fullscreen') return <Story />;
  return (
    <div style={{ fontSize: 'var(--aui-text-desk)' }}>
      <Story />
    </div>
  );
};
