import type { Role } from '../identity/types.ts';

/** What an invitation may offer. */
export type OfferedRole = Role;

/** The offer of an account, or of a role, to an address. The secret of its letter opens it, not its uuid. */
export interface Invitation {
  readonly id: number;
  readonly uuid: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly inviterId: number | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When it was looked at first. */
  readonly firstClickedAt: Date | null;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}
