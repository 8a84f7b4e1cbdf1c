import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';

/** The way back. It stays in this document, so the next call is heard without another press. */
export function ListeningHead() {
  return (
    <Link className="listening-back" href="/supervisor">
      <ArrowLeft aria-hidden="true" />
      All calls
    </Link>
  );
}
