import { Headset } from 'lucide-react';
import Link from 'next/link';

/** Name of the product, leading to the start page. */
export function Brand() {
  return (
    <Link className="brand" href="/">
      <Headset aria-hidden="true" /> Call centre
    </Link>
  );
}
