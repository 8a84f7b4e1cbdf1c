import { useEffect, useState } from 'react';

/** Counts changes of the page's colours, for what cannot follow them by itself. */
export function useThemeChanges(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const onChange = () => setCount((before) => before + 1);
    const system = window.matchMedia?.('(prefers-color-scheme: dark)');
    system?.addEventListener('change', onChange);
    const observer = new MutationObserver(onChange);
    const { documentElement: root } = document;
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    return () => {
      system?.removeEventListener('change', onChange);
      observer.disconnect();
    };
  }, []);
  return count;
}
