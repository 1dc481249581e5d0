import type { Fair } from './fair.ts';
import type { Property } from './route-requests.ts';

const start = /^(\/api\/v1)?\/(auth|events|participants|registrations|export)(\/|$)/;

/**
 * Values that a property of that name takes in the workshops API, the likeliest first; undefined among them is a key left
 * out. Of other APIs none.
 */
export function workshopValues(
  { isInPath = false }: Pick<Property, 'isInPath'>,
  path: string,
  fair: Fair,
  number: number,
): Readonly<Record<string, readonly unknown[]>> {
  if (!start.test(path)) return {};
  const { eventId, participantId, workshops } = fair;
  const [first, second, third] = workshops;
  const known = workshops.map((id) => ({ id }));
  return {
    id: idsOf(isInPath, path, fair),
    user_id: [participantId],
    workshop_id: [first],
    workshop_ids: path.startsWith('/api/v1/')
      ? [[first], [first, second], [second]]
      : [[first], [first, String(second)], [second]],
    force: [undefined, false, true],
    name: [`fair-${number}`],
    available: [true, true, false, null],
    opens_at: [null, '2026-01-01T09:00', '2026-01-01T09:00:00+01:00'],
    closes_at: [null, '2027-06-01', '2027-06-01T12:00:00Z'],
    time_zone: ['Europe/Brussels', 'UTC'],
    workshops: [known, [...known, { title: 'New', limit: '7' }], known.map((one) => ({ ...one, limit: 0 }))],
    dry_run: ['false', 'true'],
    archived: ['false', 'true'],
    forget_participants: [false, true],
    full_name: [`Person ${number}`, 'Zoë van der Berg'],
    user_class: ['4A', null],
    targetGroup: ['', 'a|b', null],
    identity: [undefined, '', `key${number}`, null],
    event_id: [eventId],
    permission: [1, 100],
    registrations: [[]],
    credential: [fair.key, fair.sharedPassword],
    admin_login: ['0', 1],
    username: [undefined],
    old_password: [fair.sharedPassword],
    new_password: ['Eight Red Balloons 8', 'short'],
    workshop1_id: [first],
    workshop2_id: [second, third],
    link_type: ['exclusive', 'inclusive'],
    format: ['xlsx', 'csv'],
    class: ['4A', ''],
    lang: ['en', 'nl'],
    bom: ['false', 'true'],
    mode: ['add', 'replace'],
  };
}

/** A file of people as `/events/{id}/users/import` takes it. */
export function peopleFile(cells: readonly (readonly string[])[]): string {
  return [['Naam', 'Klas', 'Doelgroep', 'Identificatie'], ...cells]
    .map((line) => line.join(';'))
    .join('\r\n');
}

function idsOf(isInPath: boolean, path: string, { eventId, participantId }: Fair): readonly unknown[] {
  if (path.includes('/participants/:id')) return [participantId];
  if (isInPath) return [eventId];
  if (path.endsWith('/users')) return [participantId, undefined];
  // A new event is made without one.
  return path === '/events' ? [undefined, eventId] : [eventId];
}
