import {
  badConfig,
  badHost,
  badOrganisation,
  badSlug,
  foreignOrgFilter,
  reservedSlug,
  rootHost,
} from './refusals.ts';
import type { NewSite, SiteConfig } from './types.ts';

/** Names that would shadow the machine itself or a part of the product. */
const reserved = new Set([
  'localhost',
  'www',
  'api',
  'app',
  'mail',
  'smtp',
  'static',
  'admin',
  'root',
  'local',
]);

/** Names that strangers may not sign up under, besides: they would pass for the installation itself. */
const notForStrangers = new Set(
  (
    'about abuse accounts assets auth autoconfig autodiscover billing blog cdn dashboard default dev dns docs email ' +
    'ftp help host imap info login m media metrics mx news ns ns1 ns2 pop pop3 postmaster public register secure ' +
    'security shop signup ssl sso staging status support system test webmail wpad ws www1 www2'
  ).split(' '),
);

/** Refuses as `requireSlug`, and a name that would pass for the installation; for tenants that sign themselves up. */
export function requireSlugForStrangers(slug: string): void {
  requireSlug(slug);
  if (notForStrangers.has(slug) || slug.startsWith('xn--')) throw reservedSlug(slug);
}

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Refuses a slug that could not be a DNS label (1–63 characters), or is reserved. */
export function requireSlug(slug: string): void {
  if (!label.test(slug)) throw badSlug(slug);
  if (reserved.has(slug)) throw reservedSlug(slug);
}

/**
 * The host of a `Host` header or a command line, as it is stored and compared: lower case, without port and final dot.
 * @returns null for something that is no host
 */
export function foldHost(host: string): string | null {
  const text = host.trim().toLowerCase();
  const bracketed = /^\[[0-9a-f:.]+\](?=:\d+$|$)/.exec(text);
  if (bracketed) return bracketed[0];
  const name = text.replace(/:\d*$/, '').replace(/\.$/, '');
  if (name === '' || name.length > 253) return null;
  return name.split('.').every((part) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(part)) ? name : null;
}

/** Refuses what is no host name. */
export function requireHost(host: string): string {
  const folded = foldHost(host);
  if (folded === null || /[:/]/.test(host.replace(/^\[.*\]$/, ''))) throw badHost(host);
  return folded;
}

/**
 * The host that a tenant may bring along: a domain of its own, with a dot. Refuses what is no such name, addresses,
 * `localhost`, names below the root domain, which are signed up for, and those above it, which pass for the installation.
 */
export function requireOwnDomain(host: string, rootDomain: string): string {
  const folded = requireHost(host);
  const isName = /\.[a-z][a-z0-9-]*$/.test(folded) && folded.length <= 253;
  if (!isName || `.${folded}`.endsWith('.localhost')) throw badHost(host);
  const isRelated = `.${folded}`.endsWith(`.${rootDomain}`) || `.${rootDomain}`.endsWith(`.${folded}`);
  if (isRelated) throw rootHost(host, rootDomain);
  return folded;
}

/** Refuses what could not stand in a course key (`course-v1:Org+Code+Run`). */
export function requireOrganisation(name: string): void {
  if (!/^[\p{L}\p{N}_.-]{1,100}$/u.test(name)) throw badOrganisation(name);
}

const configKeys = ['course_org_filter', 'registration_fields', 'language', 'mail_from', 'allowed_origin'];

/**
 * Refuses a configuration with an unknown key, a value of the wrong type, or a `course_org_filter` naming an
 * organisation that is not the site's (seed 000: its value equals the organisation's short name).
 */
export function requireConfig(config: unknown, organisations: readonly string[]): SiteConfig {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw badConfig(['it must be a JSON object']);
  }
  const found: Record<string, unknown> = { ...config };
  const unknown = Object.keys(found).filter((key) => !configKeys.includes(key));
  if (unknown.length > 0) {
    throw badConfig([`unknown key ${unknown.join(', ')}; known: ${configKeys.join(', ')}`]);
  }
  const wrong = wrongTypes(found);
  if (wrong.length > 0) throw badConfig(wrong);
  const known = organisations.map((name) => name.toLowerCase());
  const foreign = listed(found.course_org_filter).filter((name) => !known.includes(name.toLowerCase()));
  if (foreign.length > 0) throw foreignOrgFilter(foreign, organisations);
  return found;
}

function wrongTypes(config: Readonly<Record<string, unknown>>): string[] {
  const messages: string[] = [];
  for (const key of ['course_org_filter', 'allowed_origin']) {
    const value = config[key];
    const fits =
      typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
    if (value !== undefined && !fits) messages.push(`${key} must be a text or a list of texts`);
  }
  const { language, mail_from: from, registration_fields: fields } = config;
  if (language !== undefined && language !== 'en' && language !== 'de' && language !== 'nl') {
    messages.push('language must be en, de or nl');
  }
  if (from !== undefined && !(typeof from === 'string' && /^[^\s@<>]+@[^\s@<>]+$/.test(from))) {
    messages.push('mail_from must be an e-mail address');
  }
  const isSchema = typeof fields === 'object' && fields !== null && 'properties' in fields;
  if (fields !== undefined && !isSchema) {
    messages.push('registration_fields must be a JSON schema of an object with "properties"');
  } else if (isSchema && Object.hasOwn(Object(fields.properties), 'password')) {
    messages.push('registration_fields must not name password: it would be kept in clear');
  }
  return messages;
}

/** A setting that is one text or a list of texts, as a list. */
export function listed(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Judges a whole new site: slug, hosts, organisations, configuration. Refuses the first thing that is wrong. */
export function judgeSite(site: NewSite): NewSite {
  requireSlug(site.slug);
  for (const name of site.organisations) requireOrganisation(name);
  return {
    ...site,
    hosts: site.hosts.map(requireHost),
    config: requireConfig(site.config, site.organisations),
  };
}
