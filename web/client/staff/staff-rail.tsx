import {
  ChartLine,
  ExternalLink,
  Headset,
  History,
  LayoutList,
  SlidersHorizontal,
} from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { BESIDE_DESK } from './desk-window.ts';
import type { StaffPage } from './staff-pages.ts';

const icons = {
  desk: <Headset />,
  wall: <LayoutList />,
  history: <History />,
  figures: <ChartLine />,
  'my-figures': <ChartLine />,
  admin: <SlidersHorizontal />,
} satisfies Record<StaffPage['name'], ReactNode>;

/** The pages one may open, as icons with words; the children stand at its end. */
export function StaffRail({
  pages,
  here,
  busy,
  onOpen,
  children,
}: {
  pages: readonly StaffPage[];
  here: StaffPage['name'];
  busy: boolean;
  onOpen: (page: StaffPage) => void;
  children?: ReactNode;
}) {
  return (
    <nav className="staff-rail" aria-label="Pages">
      <ul>
        {pages.map((page) => {
          const isHere = page.name === here;
          const apart = busy && !isHere;
          return (
            <li key={page.name}>
              <a
                href={page.href}
                aria-current={isHere ? 'page' : undefined}
                aria-keyshortcuts={`G ${page.key}`}
                title={`${page.label}: G, then ${page.key}${apart ? '. Opens in a window of its own; you stay on duty here.' : ''}`}
                {...(apart && { target: BESIDE_DESK, rel: 'opener' })}
                onClick={(event) => {
                  if (isForBrowser(event)) return;
                  event.preventDefault();
                  onOpen(page);
                }}
              >
                <span className="staff-rail-icon" aria-hidden="true">
                  {icons[page.name]}
                  {apart ? <ExternalLink className="staff-rail-apart" /> : null}
                </span>
                <span>{page.label}</span>
                {apart ? <span className="visually-hidden"> (in a new window)</span> : null}
              </a>
            </li>
          );
        })}
      </ul>
      {children ? <div className="staff-rail-end">{children}</div> : null}
    </nav>
  );
}

function isForBrowser(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
