import { redirect } from 'next/navigation';

/** An admin begins with the people. */
export default function AdminPage(): never {
  redirect('/admin/users');
}
