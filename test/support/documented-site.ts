import { updateSite } from '../../src/modules/tenants/sites.ts';
import type { TestApp, TestSite } from './app.ts';
import { type V0Client, v0Client } from './v0-client.ts';

/** A site with the organisations of the v0 document's samples, and a client of its staff. */
export interface DocumentedSite {
  readonly at: TestSite;
  readonly staff: V0Client;
}

export async function openDocumentedSite(muster: TestApp, slug: string): Promise<DocumentedSite> {
  const opened = await muster.site(slug);
  const organisations = ['edX', 'Appsembler'];
  const owner = muster.database.acrossTenants();
  const site = await owner.transaction((tx) => updateSite(tx, slug, { organisations }));
  muster.services.directory.forget();
  const at = { ...opened, site };
  return { at, staff: await staffOf(muster, at, 'boss') };
}

/** A client with the access token of a new member of the staff. */
export async function staffOf(muster: TestApp, at: TestSite, username: string): Promise<V0Client> {
  const account = await muster.account(at, { username, role: 'staff' });
  return v0Client(muster, at.host, await muster.accessToken(at, account));
}

/** Many active people at once, `<stem>1@example.com` and so on; nobody of them can sign in. */
export async function crowd(
  muster: TestApp,
  at: TestSite,
  stem: string,
  people: number,
): Promise<readonly string[]> {
  await muster.query(
    `insert into accounts (tenant_id, uuid, username, username_key, email, email_key, name, first_name, last_name,
       name_key, is_active, created_at, updated_at)
     select $1, gen_random_uuid(), name, name, name || '@example.com', name || '@example.com', name, name, '', name,
       true, '2020-01-01', '2020-01-01'
     from (select $2::text || n as name from generate_series(1, $3::integer) n) as made`,
    [at.site.tenantId, stem, people],
  );
  return Array.from({ length: people }, (_, n) => `${stem}${n + 1}@example.com`);
}
