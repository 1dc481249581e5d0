import type { Read } from '../../platform/database/contract.ts';
import type { Site } from '../tenants/types.ts';
import { type NamedBooking, selectNamedBookings } from './targets.queries.ts';

/** Bookings as things that others name, such as what a comment is on. Only confirmed ones: the rest is between the two. */
export const bookingsAsTargets = {
  async find(read: Read, site: Site, uuid: string) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) return null;
    const [booking] = await selectNamedBookings(read, { uuid });
    if (!booking || booking.siteId !== site.id) return null;
    const owners = [booking.artistAccountId, booking.venueAccountId].filter((id) => id !== null);
    return { ...asThing(booking), concerns: owners, named: owners };
  },
  async describe(read: Read, ids: readonly number[]) {
    return (await selectNamedBookings(read, { ids })).map(asThing);
  },
};

const asThing = ({ id, uuid, artist, venue }: NamedBooking) => ({
  id,
  publicId: uuid,
  name: `${artist} – ${venue}`,
});
