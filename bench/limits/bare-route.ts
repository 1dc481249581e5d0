import { createHash } from 'node:crypto';
import { fastify } from 'fastify';
import pg from 'pg';

/**
 * The limit of P1: a bare Fastify route that makes the same look-up of a credential and the same point read in one
 * pipeline, and nothing else. With `select` as first argument only one select: the floor of any such server.
 */
const connection = JSON.parse(process.env.BENCH_CONNECTION ?? '{}');
const clients = [0, 1].map(() => new pg.Client({ ...connection, pipeline: true }));
for (const client of clients) await client.connect();
let turn = 0;

const credential = `select t.id, t.kind, t.account_id, a.username, a.role, a.is_active, t.oauth_client_id, c.disabled_at,
  t.scopes, t.expires_at, t.revoked_at
  from tokens t join accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
  left join oauth_clients c on c.tenant_id = t.tenant_id and c.id = t.oauth_client_id
  where t.tenant_id = $1 and t.hash = $2`;
const account = `select id, uuid, username, email, email_confirmed_at, name, first_name, last_name, role, is_active, deactivated_at, locale,
  extra, created_at, last_login_at, level_of_education, gender, mailing_address, city, country, goals, bio, year_of_birth,
  language from accounts where tenant_id = $1 and username_key = $2`;
const both = process.argv[2] !== 'select';

const server = fastify();
server.get<{ Params: { username: string } }>('/:username', async (request) => {
  const client = clients[turn++ % clients.length];
  if (!client) throw new Error('no client');
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const hash = createHash('sha256').update(token).digest();
  const [found, caller] = await Promise.all([
    client.query({ name: 'account', text: account, values: [1, request.params.username] }),
    both ? client.query({ name: 'credential', text: credential, values: [1, hash] }) : null,
  ]);
  if (caller && caller.rows.length !== 1) throw new Error('unknown token');
  return { user_id: found.rows[0].username };
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('listening');
