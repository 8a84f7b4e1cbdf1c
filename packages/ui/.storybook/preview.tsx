import '@fontsource-variable/inter';
import '../src/styles/index.css';
import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { withTheme } from './with-theme.tsx';

/** A busy machine may be slow: only what never comes is a fault. */
configure({ asyncUtilTimeout: 5_000 });

/** Settings of every story: themes and direction in the toolbar, accessibility faults are errors. */
const preview: Preview = {
  decorators: [withTheme],
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Guide', ['Principles', 'A whole call'], '*'] } },
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        items: ['light', 'dark', 'high-contrast'],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction of text',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
};

export default preview;
