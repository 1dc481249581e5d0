import type { Tx } from '../../platform/database/contract.ts';
import type { BadJwt } from '../../platform/jwt.ts';
import type { PairAlgorithm, PublicKey } from '../../platform/jwt-keys.ts';
import type { InstallationSecret } from '../../platform/secrets.ts';
import type { Site } from '../tenants/types.ts';

/** What an account may do in its tenant, weakest first. */
export type Role = 'member' | 'staff' | 'admin' | 'owner';

/** What a person may say of themselves besides name and address; keys as the columns and as every document spells them. */
export interface Profile {
  readonly level_of_education: string | null;
  readonly gender: string | null;
  readonly mailing_address: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly goals: string | null;
  readonly bio: string | null;
  readonly year_of_birth: number | null;
  readonly language: string | null;
}

/** A person in a tenant. */
export interface Account {
  readonly id: number;
  readonly uuid: string;
  readonly username: string;
  readonly email: string;
  readonly emailConfirmedAt: Date | null;
  /** Registered alone: the address must be confirmed before the password signs in. */
  readonly mustConfirm: boolean;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  readonly isActive: boolean;
  /** Shut by an operator; null while active, and while never activated. */
  readonly deactivatedAt: Date | null;
  readonly phone: string | null;
  readonly zipCode: string | null;
  /** Of the letters that could be spared. */
  readonly wantsLetters: boolean;
  readonly locale: string | null;
  readonly profile: Profile;
  /** Answers to the site's own registration fields. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly lastLoginAt: Date | null;
}

/** By what a list of accounts is ordered, before their numbers. */
export interface AccountOrder {
  readonly by: 'username' | 'email' | 'name' | 'joined' | 'lastLogin';
  readonly descending: boolean;
}

/** Whom a folded username or e-mail names. */
export interface Identified {
  readonly key: string;
  readonly id: number;
  readonly email: string;
  readonly emailKey: string;
  readonly isActive: boolean;
  readonly name: string;
  readonly locale: string | null;
}

/** How a person came to be who they are here, and which letter goes out. */
export type Welcome =
  /** Active at once, no letter. */
  | 'none'
  /** Active at once with a confirmed address, no letter: an operator's word for it. */
  | 'vouched'
  /** Inactive until the link of the activation letter is used. */
  | 'activation'
  /** Inactive until the link of the set-password letter is used. */
  | 'set_password'
  /** Active at once; the activation letter confirms the address. */
  | 'confirmation'
  /** Active at once, but the letter's link must confirm the address before the password signs in: who comes alone. */
  | 'sign_up'
  /** Active at once; a letter asks whether the address is theirs: who comes alone. */
  | 'confirm_email';

/** A judged registration, ready to be written: made by `prepareRegistration`. */
export interface Registration {
  /** Null: one is made from the e-mail's local part. */
  readonly username: string | null;
  readonly email: string;
  readonly name: string;
  /** Where they are known apart; else the name is split. */
  readonly parts?: { readonly first: string; readonly last: string };
  readonly passwordHash: string | null;
  readonly profile: Profile;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly role: Role;
  readonly locale: string | null;
  readonly welcome: Welcome;
}

/** What a change of an account may name; an absent key stays. */
export interface AccountChange {
  readonly username?: string;
  readonly email?: string;
  /** The new address must be confirmed before the password signs in again. */
  readonly mustConfirm?: true;
  /** Changes first and last name with it; so do these the name. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly phone?: string | null;
  readonly zipCode?: string | null;
  readonly locale?: string;
  readonly wantsLetters?: boolean;
  readonly passwordHash?: string;
  readonly profile?: Partial<Profile>;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly role?: Role;
}

export type TokenKind = 'api' | 'access' | 'session' | 'jwt';

/** Who a valid credential says its bearer is. */
export interface Actor {
  readonly accountId: number;
  readonly username: string;
  readonly role: Role;
  readonly tenantId: number;
  readonly kind: TokenKind;
  readonly tokenId: number;
  readonly oauthClientId: number | null;
  /** Null: may all that the account may. */
  readonly scopes: readonly string[] | null;
}

/** Why a token names nobody. The wire of each API words it. */
export type BadCredential = 'unknown' | 'expired' | 'inactive';

/** A token that lets nobody in; of an inactive account, whose it is. */
export interface NobodyFound {
  readonly bad: BadCredential;
  readonly username?: string;
  /** Of a JWT, in what way it is bad; `ended`: well signed, but revoked, or its account is gone. */
  readonly jwt?: BadJwt | 'ended';
}

export type Resolved = { readonly actor: Actor } | NobodyFound;

export interface Token {
  readonly id: number;
  readonly kind: TokenKind;
  readonly accountId: number;
  readonly username: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export type Grant = 'client_credentials' | 'password';

export interface OauthClient {
  readonly id: number;
  readonly clientId: string;
  readonly name: string;
  /** Null: it acts as nobody by itself. */
  readonly ownerId: number | null;
  readonly ownerUsername: string | null;
  readonly grants: readonly Grant[];
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

/** A client that was proven to be the caller, before its use is written. */
export interface ProvenClient extends OauthClient {
  /** The secret hashed our way, where an imported client still had Django's slow hash of it. */
  readonly freshHash: Buffer | null;
}

/** What an OAuth client was used for. */
export interface ClientUse {
  readonly clientId: string;
  readonly name: string;
  readonly lastUsedAt: Date | null;
  /** Access tokens made, as far back as they are kept. */
  readonly tokens: number;
  /** In the last 30 days. */
  readonly tokensLastMonth: number;
  /** Access tokens that open something now, and of how many people. */
  readonly standingTokens: number;
  readonly people: number;
}

/** What is known of an access token, ended or not. */
export interface KnownAccessToken {
  readonly id: number;
  readonly accountId: number;
  readonly accountUuid: string;
  readonly username: string;
  readonly isAccountActive: boolean;
  readonly oauthClientId: number;
  readonly clientId: string;
  readonly isClientDisabled: boolean;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** Ended by a new password or address, not by a word against the token. */
  readonly isSuperseded: boolean;
}

export type LinkPurpose =
  | 'activate'
  | 'set_password'
  | 'confirm_email'
  | 'first_owner'
  /** A forgotten password; unlike `set_password` it lives shortly and makes nobody active. */
  | 'reset_password'
  /** A new address, which the account takes when it is used. */
  | 'change_email';

/** What a link that may still be used opens. */
export interface OpenLink {
  readonly purpose: LinkPurpose;
  readonly account: Account | null;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** An account and where it is written to. */
export interface Addressed {
  readonly id: number;
  readonly email: string;
}

/** Verbs of higher modules that run in the same transaction; `app.ts` fills them. */
export interface IdentityPorts {
  /** Told of everybody who becomes active at once: one person, or all of an import. */
  readonly accountActivated: readonly ((tx: Tx, people: readonly Addressed[]) => Promise<void>)[];
  readonly accountErased: readonly ((tx: Tx, accountId: number) => Promise<void>)[];
}

/** What the verbs of this module need besides the transaction. */
export interface Identity {
  readonly secret: InstallationSecret;
  /** Which key signs JWTs, counted from 1 (setting `jwt_key`); left out: the first. */
  readonly jwtKey?: number;
  /** What it signs by (setting `jwt_algorithm`); left out: HS256. */
  readonly jwtAlgorithm?: 'HS256' | 'EdDSA' | 'RS256';
  readonly ports: IdentityPorts;
  /** The address of a path of this site, as letters name it (`public_url`; never from a request's Host). */
  readonly address: (site: Site, path: string) => string;
}

/** A key pair of a tenant, as whoever judges a signature needs it. */
export interface SigningKey {
  /** Its `kid`. */
  readonly id: string;
  readonly algorithm: PairAlgorithm;
  readonly publicKey: PublicKey;
}

/** What JWTs are signed by. */
export type JwtSettings = Pick<Identity, 'secret' | 'jwtKey' | 'jwtAlgorithm'>;

/** Whose something in an imported file is: a username or e-mail, and the number it may be. */
export interface Named {
  readonly text: string;
  readonly id: number | null;
}

export interface ImportedToken {
  readonly key: string;
  readonly holder: Named;
  readonly createdAt: Date;
}

export interface ImportedClient {
  readonly clientId: string;
  /** In clear, or Django's hash of it. */
  readonly secret: string;
  readonly isHashed: boolean;
  readonly owner: Named;
  readonly grants: readonly Grant[];
  readonly name: string;
  readonly createdAt: Date;
}

/** Which accounts of a tenant are meant. */
export interface AccountQuery {
  readonly email?: string;
  readonly isActive?: boolean;
  readonly role?: Role;
  /** Accounts made in this span: from inclusive, before exclusive. */
  readonly joined?: { readonly from: Date; readonly before: Date };
  /** Part of a username, an e-mail or a name. */
  readonly search?: string;
}
