import type { Installation } from './installation.ts';
import { deliverTask } from './modules/mail/jobs.ts';
import { whenLettersPosted } from './modules/mail/letters.ts';
import { mailTask } from './modules/notifications/jobs.ts';
import { whenMailIsDue, whenTold } from './modules/notifications/notifications.ts';
import { seatsNamed, seatsText, whenSeatsChange } from './modules/workshops/seats.ts';
import type { SeatsWatch } from './modules/workshops/seats-watch.ts';
import { openAnnouncements } from './platform/database/announcements.ts';
import { listenTo } from './platform/database/listener.ts';
import { openNudge } from './platform/jobs/nudge.ts';
import { systemRandom } from './platform/random.ts';

/**
 * Ties this process to the others of its installation: what is told here is heard there, and the worker is woken for
 * what was left to it.
 * @returns unties it
 */
export function joinProcesses(installation: Installation, seats: SeatsWatch): () => Promise<void> {
  const ends = [
    forgetOnChange(installation),
    nudgeOnLetters(installation),
    nudgeOnNotifications(installation),
    spreadNotifications(installation),
    shareSeats(installation, seats),
  ];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

function forgetOnChange({ connection, directory }: Installation): () => Promise<void> {
  return listenTo(connection, 'muster_directory', () => directory.forget());
}

function nudgeOnLetters({ database, log }: Installation): () => Promise<void> {
  const end = whenLettersPosted(openNudge(database.acrossTenants(), deliverTask, log));
  return async () => end();
}

/** Places that change in one process are looked at in all: here at once, elsewhere when the others are told. */
function shareSeats({ connection, database, log }: Installation, seats: SeatsWatch): () => Promise<void> {
  const announcements = openAnnouncements({
    connection,
    owner: database.acrossTenants(),
    random: systemRandom,
    log,
    channel: 'muster_seats',
    hear(text) {
      const changed = text === null ? null : seatsNamed(text);
      if (text === null || changed !== null) seats.look(changed);
    },
  });
  const end = whenSeatsChange((changed) => {
    seats.look(changed);
    announcements.tell(seatsText(changed));
  });
  return async () => {
    end();
    seats.close();
    await announcements.close();
  };
}

function nudgeOnNotifications({ database, log }: Installation): () => Promise<void> {
  const end = whenMailIsDue(openNudge(database.acrossTenants(), mailTask, log));
  return async () => end();
}

/** Wakes the streams of other processes for what was told here, and ours for what was told there. */
function spreadNotifications({ database, connection, streams, log }: Installation): () => Promise<void> {
  const announcements = openAnnouncements({
    connection,
    owner: database.acrossTenants(),
    random: systemRandom,
    log,
    channel: 'muster_notifications',
    hear(text) {
      const [tenantId = 0, accountId = 0] = (text ?? '').split(':').map(Number);
      streams.wake(text === null ? null : [{ tenantId, accountId }]);
    },
  });
  const end = whenTold(({ tenantId, accountIds }) => {
    for (const accountId of accountIds) announcements.tell(`${tenantId}:${accountId}`);
  });
  return async () => {
    end();
    await announcements.close();
  };
}
