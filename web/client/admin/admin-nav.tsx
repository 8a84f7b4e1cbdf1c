'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { adminPages } from './admin-pages.ts';
import { useHasDrafts } from './unsaved.tsx';

/** Leads from one of the admin's pages to the others. */
export function AdminNav() {
  const here = usePathname();
  const hasDrafts = useHasDrafts();
  return (
    <nav className="admin-nav" aria-label="Administration">
      <ul>
        {adminPages.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={here.startsWith(href) ? 'page' : undefined}>
              {label}
              {hasDrafts(href) ? (
                <>
                  <span className="admin-nav-unsaved" aria-hidden="true" />
                  <span className="visually-hidden"> (not saved)</span>
                </>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
