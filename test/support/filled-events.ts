import type { TestApp, TestSite } from './app.ts';
import { chooses, linkWorkshops, participants, visitToken, workshopEvent } from './workshops.ts';

/** Names of the tenant's day of workshops. */
export interface FilledEvents {
  readonly eventId: number;
  readonly eventName: string;
  readonly participantId: number;
  /** The visit of a participant who has chosen. */
  readonly visit: string;
}

const morning = '1. Morning';
const afternoon = '2. Afternoon';

const workshops = [
  {
    title: 'Robots that draw',
    description: 'Build a plotter of cardboard and motors.',
    moment: morning,
    capacity: 8,
  },
  { title: 'Bread from scratch', description: 'Bring an apron.', moment: morning, capacity: 10 },
  { title: 'Film a minute', description: 'From the idea to the cut.', moment: morning, capacity: 12 },
  { title: 'First aid', description: 'What helps until help comes.', moment: morning, capacity: 12 },
  {
    title: 'Climbing',
    description: 'Sports clothes, please.',
    moment: afternoon,
    capacity: 6,
    targetGroup: '5|6',
  },
  { title: 'Bees and gardens', description: 'In the school garden.', moment: afternoon, capacity: 12 },
  {
    title: 'Robots that walk',
    description: 'Goes on where the drawing robots stop.',
    moment: afternoon,
    capacity: 8,
  },
  { title: 'Songwriting', description: '', moment: afternoon, capacity: 14 },
];

/** An open event with people who have chosen and people who have not, one that is over and one to come. */
export async function fillEvents(muster: TestApp, at: TestSite): Promise<FilledEvents> {
  await workshopEvent(at, { name: 'autumn-fair-2026', available: false, workshops: workshops.slice(0, 3) });
  const event = await workshopEvent(at, {
    name: 'workshop-day-2027',
    timeZone: 'Europe/Amsterdam',
    closesAt: '2027-03-05T18:00',
    workshops,
  });
  await workshopEvent(at, { name: 'careers-evening', available: null });
  const ids = event.workshops.map(({ id }) => id);
  const [draw = 0, bread = 0, film = 0, aid = 0, climb = 0, bees = 0, walk = 0, songs = 0] = ids;
  await linkWorkshops(at, event, [
    [draw, walk, 'inclusive'],
    [film, songs, 'exclusive'],
  ]);
  const pupils = await participants(
    muster,
    at,
    event,
    Array.from({ length: 40 }, (_, index) => ({
      fullName: `${first[index % first.length]} ${last[index % last.length]}`,
      class: `${4 + (index % 3)}${'AB'[index % 2]}`,
      targetGroup: String(4 + (index % 3)),
      key: `PUPIL-${index}`,
    })),
  );
  const choices = [[draw, walk], [bread, bees], [aid, songs], [bread], [film, bees], [bread, songs]];
  for (const [index, pupil] of pupils.slice(0, 26).entries())
    await chooses(at, pupil, choices[index % choices.length] ?? []).catch(() => undefined);
  const older = pupils.filter(({ targetGroup }) => targetGroup !== '4').slice(18, 24);
  for (const pupil of older) await chooses(at, pupil, [aid, climb]);
  const [chooser] = pupils;
  if (!chooser) throw new Error('nobody was made');
  return {
    eventId: event.id,
    eventName: event.name,
    participantId: chooser.id,
    visit: await visitToken(muster, at, chooser),
  };
}

const first = ['Amber', 'Bilal', 'Celine', 'Dries', 'Emma', 'Finn', 'Gül', 'Hanne', 'Ilias', 'Jonas', 'Kato'];
const last = ['Peeters', 'Janssens', 'Yilmaz', 'Maes', 'El Amrani', 'Claes', 'Wouters', 'De Smet', 'Nguyen'];
