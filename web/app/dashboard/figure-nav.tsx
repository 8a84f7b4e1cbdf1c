const pages = [
  { name: 'overview', href: '/dashboard', label: 'Overview' },
  { name: 'agents', href: '/dashboard/agents', label: 'Agents' },
  { name: 'analytics', href: '/dashboard/analytics', label: 'Analytics' },
  { name: 'reports', href: '/dashboard/reports', label: 'Reports' },
] as const;

/** The pages of figures. */
export function FigureNav({ here }: { here?: (typeof pages)[number]['name'] }) {
  return (
    <nav className="dashboard-nav" aria-label="Figures">
      {pages.map(({ name, href, label }) => (
        <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
