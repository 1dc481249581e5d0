import type { Role } from './types.ts';

const roles: readonly Role[] = ['member', 'staff', 'admin', 'owner'];

/** Whether `role` is at least `needed`. */
export function reaches(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/**
 * A well-formed address: 3–254 characters, a local part without blanks or quotes, a domain of two or more DNS labels.
 * Stricter than RFC 5322 on purpose: quoted local parts and address literals are typing errors in a registration.
 */
export function isEmail(text: string): boolean {
  if (text.length < 3 || text.length > 254) return false;
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || !/^[^\s@"(),:;<>[\\\]\p{Cc}]+$/u.test(local)) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label))
  );
}

/** Messages of contract §1.6; Tahoe v2 shows them to its callers. */
export const messages = {
  usernameLength: 'Username must be between 2 and 30 characters long.',
  usernameLetters:
    'Usernames can only contain letters (A-Z, a-z), numerals (0-9), underscores (_), and hyphens (-).',
  email: 'A properly formatted e-mail is required',
  nameMissing: 'Your legal name must be a minimum of one character long',
  nameLength: 'Your legal name must be at most 255 characters long',
  nameLetters: 'Enter a name without <, > or ://',
  passwordLength: 'The password must be between 2 and 128 characters long.',
  passwordSimilar: 'The password is too similar to the username.',
} as const;

/** What is wrong with a username that a trusted system sends: 2–30 of `[A-Za-z0-9_-]` (contract §1.6). */
export function judgeNarrowUsername(username: string): string[] {
  if (username.length < 2 || username.length > 30) return [messages.usernameLength];
  return /^[A-Za-z0-9_-]+$/.test(username) ? [] : [messages.usernameLetters];
}

/** What is wrong with a username of the core: 1–150 of letters, digits and `_ . @ + -` (ruling "One account, five shapes"). */
export function judgeUsername(username: string): string[] {
  return /^[\p{L}\p{N}_.@+-]{1,150}$/u.test(username)
    ? []
    : ['A username has 1 to 150 letters, digits and the characters @ . + - _.'];
}

export function judgeName(name: string): string[] {
  if (name === '') return [messages.nameMissing];
  if (name.length > 255) return [messages.nameLength];
  // \p{Cc}: a line break in a name would break a letter's header.
  return /[<>\p{Cc}]|:\/\//u.test(name) ? [messages.nameLetters] : [];
}

/** What is wrong with a password that a trusted system sets: 2–128 characters, not similar to the username. */
export function judgeTrustedPassword(password: string, username: string | null): string[] {
  if (password.length < 2 || password.length > 128) return [messages.passwordLength];
  return username !== null && isSimilar(password, username) ? [messages.passwordSimilar] : [];
}

/** The people's names for what a password must not resemble, and its value. */
export interface PasswordOwner {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

/**
 * What is wrong with a password that a person chooses (SaaS contract §2.3), in that order.
 * @param isCommon whether it is in a list of common passwords
 */
export function judgeChosenPassword(password: string, owner: PasswordOwner, isCommon: boolean): string[] {
  const found: string[] = [];
  const attributes: [string, string][] = [
    ['username', owner.username],
    ['first name', owner.firstName],
    ['last name', owner.lastName],
    ['email address', owner.email],
  ];
  const similar = attributes.find(([, value]) => isSimilar(password, value));
  if (similar) found.push(`The password is too similar to the ${similar[0]}.`);
  if (password.length < 8) {
    found.push('This password is too short. It must contain at least 8 characters.');
  }
  if (password.length > 128) found.push('Ensure this field has no more than 128 characters.');
  if (isCommon) found.push('This password is too common.');
  if (/^\d+$/.test(password)) found.push('This password is entirely numeric.');
  return found;
}

/** Shares at least 0.7 of its letters with the value or one of its words, as Django's validator counts (quick ratio). */
export function isSimilar(password: string, value: string): boolean {
  const lower = password.toLowerCase();
  const parts = [...value.toLowerCase().split(/[^\p{L}\p{N}_]+/u), value.toLowerCase()];
  return parts.some(
    (part) => part !== '' && part.length * 10 > lower.length && sharedLetters(lower, part) >= 0.7,
  );
}

function sharedLetters(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1);
  let shared = 0;
  for (const letter of one) {
    const count = left.get(letter) ?? 0;
    if (count > 0) shared += 1;
    left.set(letter, count - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** "Grace Brewster Hopper" → first "Grace", last "Brewster Hopper". */
export function splitName(name: string): { first: string; last: string } {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  return { first, last: rest.join(' ') };
}

/** Letters and digits of a transliterated local part, 2–26 long, so that a number fits behind it (contract §2.2). */
export function usernameBase(transliterated: string): string {
  const kept = transliterated
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .slice(0, 24);
  return kept.length >= 2 ? kept : `${kept}user`.slice(0, 24);
}

export const educationLevels = ['p', 'm', 'b', 'a', 'hs', 'jhs', 'el', 'none', 'other'];
export const genders = ['m', 'f', 'o'];
