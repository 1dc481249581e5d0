import { refuse } from '../../platform/refusal.ts';

export const unknownSite = (slug: string, known: readonly string[]) =>
  refuse('missing', 'site.unknown', `There is no site "${slug}". Sites: ${known.join(', ') || 'none'}.`, {
    detail: { known },
  });

export const unknownSiteId = (id: number) => refuse('missing', 'site.unknown_id', `There is no site ${id}.`);

export const lastSite = () => refuse('conflict', 'site.last', 'A tenant keeps at least one site.');

export const siteOfInstallation = () =>
  refuse('conflict', 'site.default', "The installation's own site cannot be deleted.");

export const siteInUse = () =>
  refuse(
    'conflict',
    'site.in_use',
    'Something still stands on this site, such as a city. Delete that first.',
  );

export const senderIsOperators = () =>
  refuse('forbidden', 'site.sender', 'Under which address letters leave, the operator decides.', {
    fields: { 'settings.mail_from': ['Only the operator of the installation may change this.'] },
  });

export const unknownTenantId = (uuid: string) =>
  refuse('missing', 'tenant.unknown', `There is no tenant ${uuid}.`);

export const ownTenantStays = () =>
  refuse('conflict', 'tenant.own', "The operator's own tenant cannot be suspended: nobody could lift it.");

export const badTenantName = () =>
  refuse('invalid', 'tenant.bad_name', 'A name has 1 to 100 characters.', {
    fields: { name: ['A name has 1 to 100 characters.'] },
  });

export const unknownTenant = (slug: string) =>
  refuse('missing', 'tenant.unknown', `There is no tenant "${slug}".`);

export const slugTaken = (slug: string) =>
  refuse('conflict', 'site.slug_taken', `The slug "${slug}" is taken by another site.`);

export const hostTaken = (host: string) =>
  refuse('conflict', 'site.host_taken', `The host "${host}" already belongs to another site.`);

export const badSlug = (slug: string) =>
  refuse(
    'invalid',
    'site.bad_slug',
    `"${slug}" cannot be a slug: 1 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.`,
    { fields: { slug: ['A slug has 1 to 63 lower-case letters, digits and hyphens.'] } },
  );

export const reservedSlug = (slug: string) =>
  refuse('invalid', 'site.reserved_slug', `The slug "${slug}" is reserved.`, {
    fields: { slug: ['This slug is reserved.'] },
  });

export const badHost = (host: string) =>
  refuse('invalid', 'site.bad_host', `"${host}" is not a host name (no scheme, no port, no path).`, {
    fields: { host: ['Not a host name.'] },
  });

export const badOrganisation = (name: string) =>
  refuse(
    'invalid',
    'organisation.bad_name',
    `"${name}" cannot be an organisation: letters, digits, ".", "_" and "-".`,
    {
      fields: { organization: ['An organisation has letters, digits, ".", "_" and "-".'] },
    },
  );

export const badConfig = (messages: readonly string[]) =>
  refuse('invalid', 'site.bad_config', `The site configuration is refused: ${messages.join('; ')}.`, {
    fields: { config: messages },
  });

export const foreignOrgFilter = (names: readonly string[], valid: readonly string[]) =>
  badConfig([
    `course_org_filter names ${names.join(', ')}, which is no organisation of the site; valid: ${valid.join(', ')}`,
  ]);

export const strangerSecret = () =>
  refuse(
    'invalid',
    'installation.stranger_secret',
    'The secret does not fit this database: stored tokens and keys were made with another one. ' +
      'Put the old secret back (MUSTER_SECRET, or the file "secret" of the data folder that belongs to this database).',
  );

export const defaultTenantStays = () =>
  refuse('conflict', 'tenant.default', 'The tenant of the default site cannot be deleted.');

export const rootHost = (host: string, root: string) =>
  refuse('invalid', 'site.root_host', `"${host}" lies below or above the root domain of the installation.`, {
    detail: { root },
  });

export const nameTaken = (name: string) =>
  refuse('conflict', 'tenant.name_taken', `The name "${name}" is taken by another tenant.`);

export const tooManyHosts = (limit: number) =>
  refuse('full', 'site.too_many_hosts', `A site has at most ${limit} domains of its own.`, {
    detail: { limit },
  });

export const unknownHost = (host: string) =>
  refuse('missing', 'site.unknown_own_host', `The site does not answer on "${host}".`);
