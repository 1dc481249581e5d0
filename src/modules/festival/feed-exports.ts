import type { Context } from '../../platform/database/contract.ts';
import { bookingExport } from './feed-exports.queries.ts';
import type { BookingExport, BookingStatus } from './types.ts';

/**
 * Streams a city's bookings in these statuses with whom to call, by start, for whoever runs the city.
 * @param festivalUuid null: of every festival
 */
export function streamBookings(
  context: Context,
  cityId: number,
  choice: { readonly festivalUuid: string | null; readonly statuses: readonly BookingStatus[] },
): AsyncGenerator<readonly BookingExport[]> {
  return context.stream(bookingExport(context.tenantId, cityId, choice));
}
