'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { adminPages } from './admin-pages.ts';

/** Leads from one of the admin's pages to the others. */
export function AdminNav() {
  const here = usePathname();
  return (
    <nav className="admin-nav" aria-label="Administration">
      <ul>
        {adminPages.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={here.startsWith(href) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
