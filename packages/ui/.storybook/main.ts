import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { defaultClientConditions, mergeConfig } from 'vite';

/** Where the stories are and what Storybook adds to them. */
const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  // The product's own screens besides: what the components come to together.
  stories: ['../src/**/*.mdx', '../src/**/*.stories.tsx', '../../../web/app/**/*.stories.tsx'],
  viteFinal: (vite) =>
    mergeConfig(vite, { resolve: { conditions: ['@agent/source', ...defaultClientConditions] } }),
  addons: [
    {
      name: '@storybook/addon-docs',
      // Tables in the guide.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
};

export default config;
