import { sql } from 'kysely';
import type { OwnerRead, OwnerTx, Tx } from '../../platform/database/contract.ts';
import type { NewSite, Site, SiteConfig, TenantStatus } from './types.ts';

interface SiteRow {
  tenant_id: number;
  id: number;
  slug: string;
  name: string;
  config: SiteConfig;
  tenant_uuid: string;
  tenant_slug: string;
  tenant_name: string;
  tenant_status: TenantStatus;
  demands_second_factor: boolean;
  is_default: boolean;
  hosts: string[];
  organisations: string[];
}

const siteColumns = sql`
  s.tenant_id, s.id, s.slug, s.name, s.config, t.uuid as tenant_uuid, t.slug as tenant_slug,
  t.name as tenant_name, t.status as tenant_status, t.staff_second_factor as demands_second_factor,
  coalesce(i.default_site_id = s.id, false) as is_default,
  array(select h.host from hosts h where h.tenant_id = s.tenant_id and h.site_id = s.id and h.position > 0
        order by h.position) as hosts,
  array(select o.short_name from site_organisations so join organisations o
        on o.tenant_id = so.tenant_id and o.id = so.organisation_id
        where so.tenant_id = s.tenant_id and so.site_id = s.id order by o.id) as organisations`;

const siteTables = sql`
  sites s join tenants t on t.id = s.tenant_id left join installation i on true`;

const toSite = (row: SiteRow): Site => ({
  tenantId: row.tenant_id,
  id: row.id,
  slug: row.slug,
  name: row.name,
  config: row.config,
  hosts: row.hosts,
  organisations: row.organisations,
  tenantUuid: row.tenant_uuid,
  tenantSlug: row.tenant_slug,
  tenantName: row.tenant_name,
  tenantStatus: row.tenant_status,
  demandsSecondFactor: row.demands_second_factor,
  isDefault: row.is_default,
});

/** The site of a stored host. A slug is a host too, so this finds a site by its slug as well. */
export async function findSiteByHost(read: OwnerRead, host: string): Promise<Site | null> {
  const { rows } = await sql<SiteRow>`
    select ${siteColumns} from hosts found join ${siteTables} on true
    where found.host = ${host} and s.tenant_id = found.tenant_id and s.id = found.site_id`.execute(read.db);
  return rows[0] ? toSite(rows[0]) : null;
}

/** Lets nobody else change the site's row until the commit: who reads its hosts after this may write them. */
export async function lockSite(tx: OwnerTx, slug: string): Promise<void> {
  await sql`
    select 1 from sites s where (s.tenant_id, s.id) in (select tenant_id, site_id from hosts where host = ${slug})
    for update`.execute(tx.db);
}

export async function findSiteById(
  read: OwnerRead,
  { tenantId, siteId }: { readonly tenantId: number; readonly siteId: number },
): Promise<Site | null> {
  const { rows } = await sql<SiteRow>`
    select ${siteColumns} from ${siteTables} where s.tenant_id = ${tenantId} and s.id = ${siteId}`.execute(
    read.db,
  );
  return rows[0] ? toSite(rows[0]) : null;
}

/** Oldest first. */
export async function selectSitesOf(read: OwnerRead, tenantId: number): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`
    select ${siteColumns} from ${siteTables} where s.tenant_id = ${tenantId} order by s.id`.execute(read.db);
  return rows.map(toSite);
}

/** Lets nobody else change which sites a tenant has until the commit. */
export async function lockTenant(tx: OwnerTx, tenantId: number): Promise<void> {
  await sql`select 1 from tenants where id = ${tenantId} for update`.execute(tx.db);
}

export async function deleteSiteRow(
  tx: OwnerTx,
  { tenantId, id }: Pick<Site, 'tenantId' | 'id'>,
): Promise<void> {
  await tx.db.deleteFrom('sites').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
}

/** The first site of a tenant. */
export async function findSiteOfTenant(
  read: OwnerRead,
  tenant: { id: number } | { uuid: string } | { nameKey: string },
): Promise<Site | null> {
  const named =
    'id' in tenant
      ? sql`t.id = ${tenant.id}`
      : 'uuid' in tenant
        ? sql`t.uuid = ${tenant.uuid}`
        : sql`t.name_key = ${tenant.nameKey}`;
  const { rows } = await sql<SiteRow>`
    select ${siteColumns} from ${siteTables} where ${named} order by s.id limit 1`.execute(read.db);
  return rows[0] ? toSite(rows[0]) : null;
}

/** The site `localhost` shows; with `onlyIfAlone` none as soon as there is a second site. */
export async function findDefaultSite(read: OwnerRead, onlyIfAlone: boolean): Promise<Site | null> {
  const { rows } = await sql<SiteRow>`
    select ${siteColumns} from ${siteTables}
    where i.default_site_id = s.id
      and (${!onlyIfAlone} or (select count(*) from (select 1 from sites limit 2) as two) = 1)`.execute(
    read.db,
  );
  return rows[0] ? toSite(rows[0]) : null;
}

export async function selectSites(read: OwnerRead): Promise<Site[]> {
  const { rows } = await sql<SiteRow>`select ${siteColumns} from ${siteTables} order by s.id`.execute(
    read.db,
  );
  return rows.map(toSite);
}

export async function insertSite(tx: Tx, site: NewSite): Promise<number> {
  const row = await tx.db
    .insertInto('sites')
    .values({
      tenant_id: tx.tenantId,
      slug: site.slug,
      name: site.name,
      config: JSON.stringify(site.config),
      created_at: tx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateSiteRow(
  tx: Tx,
  siteId: number,
  change: { name: string; config: SiteConfig },
): Promise<void> {
  await tx.db
    .updateTable('sites')
    .set({ name: change.name, config: JSON.stringify(change.config) })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', siteId)
    .execute();
}

/**
 * Replaces the hosts of a site. Position 0 is its slug, the rest follow in the order given.
 * Hosts are global, so only the owner writes them.
 */
export async function replaceHosts(
  tx: OwnerTx,
  site: { tenantId: number; siteId: number; slug: string; hosts: readonly string[] },
): Promise<void> {
  await tx.db
    .deleteFrom('hosts')
    .where('tenant_id', '=', site.tenantId)
    .where('site_id', '=', site.siteId)
    .execute();
  const hosts = [site.slug, ...new Set(site.hosts.filter((host) => host !== site.slug))];
  await tx.db
    .insertInto('hosts')
    .values(
      hosts.map((host, position) => ({ host, tenant_id: site.tenantId, site_id: site.siteId, position })),
    )
    .execute();
}

/** Makes the organisations that are missing and ties exactly these to the site. */
export async function replaceOrganisations(tx: Tx, siteId: number, names: readonly string[]): Promise<void> {
  await sql`
    with wanted as (
      select distinct on (key) name, key, place
      from unnest(${names}::text[], ${names.map((name) => name.toLowerCase())}::text[]) with ordinality
        as given (name, key, place) order by key, place
    ), made as (
      insert into organisations (tenant_id, short_name, short_name_key, created_at)
      select ${tx.tenantId}, name, key, ${tx.clock.now()} from wanted order by place
      on conflict (tenant_id, short_name_key) do update set short_name_key = excluded.short_name_key
      returning id
    ), dropped as (
      delete from site_organisations where tenant_id = ${tx.tenantId} and site_id = ${siteId}
        and organisation_id not in (select id from made)
    )
    insert into site_organisations (tenant_id, site_id, organisation_id)
    select ${tx.tenantId}, ${siteId}, id from made on conflict do nothing`.execute(tx.db);
}

/** Tells the other processes to look hosts up afresh; a process that misses it notices within its own time limit. */
export async function announceDirectoryChange(tx: OwnerTx): Promise<void> {
  await sql`select pg_notify('muster_directory', '')`.execute(tx.db);
}
