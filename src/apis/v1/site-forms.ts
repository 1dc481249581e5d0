import { type Static, Type } from 'typebox';
import type { Identity } from '../../modules/identity/types.ts';
import type { Site, SiteChange, SiteConfig } from '../../modules/tenants/types.ts';
import { closed } from './formats.ts';

const texts = Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 100 });

/** The settings of a site that are known; an absent one is as usual. */
const settings = closed({
  language: Type.Optional(Type.String({ enum: ['en', 'nl', 'de'], description: 'For those who chose none' })),
  course_org_filter: Type.Optional({ ...texts, description: 'Organisations whose courses it shows' }),
  allowed_origin: Type.Optional({ ...texts, description: 'Whose pages may call from a browser' }),
  mail_from: Type.Optional(
    Type.String({ maxLength: 320, description: 'Sender of its letters; only the operator changes it' }),
  ),
  registration_fields: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'JSON schema of fields of its own' }),
  ),
});

export const site = closed({
  id: Type.Integer(),
  slug: Type.String(),
  name: Type.String(),
  address: Type.String({ description: 'As letters name it' }),
  hosts: Type.Array(Type.String(), { description: 'The one that letters name first' }),
  organisations: Type.Array(Type.String(), { description: 'What its course keys may begin with' }),
  settings,
  is_installation: Type.Boolean({ description: 'The one that operators use' }),
  is_here: Type.Boolean({ description: 'The one that was asked' }),
});

const name = Type.String({ minLength: 1, maxLength: 100 });
const organisations = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 100 });

export const newSite = closed({
  slug: Type.String({ minLength: 1, maxLength: 63, description: 'Its name below the root domain' }),
  name,
  organisations: Type.Optional(organisations),
});

/** What is named replaces what was. */
export const siteChange = closed({
  name: Type.Optional(name),
  hosts: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 253 }), { minItems: 1, maxItems: 20 }),
  ),
  organisations: Type.Optional(organisations),
  settings: Type.Optional(settings),
});

export function showSite(found: Site, { address }: Identity, here: Site): Static<typeof site> {
  const { course_org_filter: filter, allowed_origin: origin, ...config } = found.config;
  return {
    id: found.id,
    slug: found.slug,
    name: found.name,
    address: address(found, ''),
    hosts: [...found.hosts],
    organisations: [...found.organisations],
    settings: {
      ...(config.language !== undefined && { language: config.language }),
      ...(filter !== undefined && { course_org_filter: [filter].flat() }),
      ...(origin !== undefined && { allowed_origin: [origin].flat() }),
      ...(config.mail_from !== undefined && { mail_from: config.mail_from }),
      ...(config.registration_fields !== undefined && {
        registration_fields: { ...config.registration_fields },
      }),
    },
    is_installation: found.isDefault,
    is_here: found.id === here.id,
  };
}

export function readChange({ settings: sent, ...change }: Static<typeof siteChange>): SiteChange {
  return sent === undefined ? change : { ...change, config: readSettings(sent) };
}

const languages = ['en', 'nl', 'de'] as const;

function readSettings({ language, ...sent }: Static<typeof settings>): SiteConfig {
  const known = languages.find((one) => one === language);
  return known === undefined ? sent : { ...sent, language: known };
}
