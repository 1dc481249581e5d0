import type { TestApp, TestSite } from './app.ts';
import { chooses, linkWorkshops, participants, sharedToken, visitToken, workshopEvent } from './workshops.ts';

/** An event with something of everything, and what opens it. */
export interface Fair {
  readonly eventId: number;
  /** Three; the first is chosen, and cannot be combined with the last. */
  readonly workshops: readonly number[];
  /** Of somebody who has chosen. */
  readonly participantId: number;
  readonly key: string;
  /** The JWT that this key opened. */
  readonly participantToken: string;
  readonly sharedPassword: string;
  readonly sharedToken: string;
}

/** Makes a fair: workshops with a link, people with keys, a choice, visits, and the tenant's shared password. */
export async function holdFair(muster: TestApp, at: TestSite): Promise<Fair> {
  const { slug } = at.site;
  const event = await workshopEvent(at, {
    workshops: [
      { title: 'One', moment: '20/11/2026 9:00', capacity: 9 },
      { title: 'Two', moment: 'pm', capacity: 9 },
      { title: 'Three', moment: 'pm', capacity: 9 },
    ],
  });
  const workshops = event.workshops.map(({ id }) => id);
  const [first = 0, , last = 0] = workshops;
  await linkWorkshops(at, event, [[first, last, 'exclusive']]);
  const key = `${slug}first`;
  const [chooser] = await participants(muster, at, event, [
    { fullName: `${slug} chooser`, class: '4A', key },
    { fullName: `${slug} idler`, key: `${slug}second` },
  ]);
  if (!chooser) throw new Error('nobody was made');
  await chooses(at, chooser, [first]);
  const sharedPassword = `Seven red balloons of ${slug}`;
  return {
    eventId: event.id,
    workshops,
    participantId: chooser.id,
    key,
    participantToken: await visitToken(muster, at, chooser),
    sharedPassword,
    sharedToken: await sharedToken(muster, at, sharedPassword),
  };
}
