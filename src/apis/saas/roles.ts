import type { Role } from '../../modules/identity/types.ts';
import { badField } from './errors.ts';

const roles: readonly Role[] = ['member', 'staff', 'admin', 'owner'];

/** The role of a body; nothing sent means a member. Refuses another word. */
export function readRole(text: string): Role {
  const role = text === '' ? 'member' : roles.find((known) => known === text.toLowerCase());
  if (!role) throw badField('role', 'badChoice', { value: text });
  return role;
}
