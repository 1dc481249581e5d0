import type { EventChange, LinkKind } from './types.ts';

const morning = '1. Voormiddag';
const afternoon = '2. Namiddag';

/** An event of the size of the ancestor's test data (contract workshops §9), in Dutch, as its front end is. */
export const demoEvent = {
  name: 'workshops2018',
  available: true,
  timeZone: 'Europe/Brussels',
  workshops: [
    {
      title: 'Web API met Flask',
      description: 'Een kleine API in Python. Gaat niet samen met Data analyse met Python.',
      moment: morning,
      capacity: 5,
      targetGroup: 'app',
    },
    {
      title: 'Webapplicaties met Express',
      description: 'Een blog in Node.js, van de eerste route tot de laatste test.',
      moment: morning,
      capacity: 3,
      targetGroup: 'app',
    },
    {
      title: 'Kubernetes',
      description: 'Een eigen cluster opzetten. Hoort samen met Systeemontwerp.',
      moment: morning,
      capacity: 3,
      targetGroup: 'infra',
    },
    {
      title: 'Elastic Stack',
      description: 'Logboeken verzamelen, doorzoeken en in grafieken tonen.',
      moment: morning,
      capacity: 3,
      targetGroup: 'infra',
    },
    {
      title: 'Webapp CTF',
      description: 'Twee ploegen zoeken om het eerst de lekken in een website.',
      moment: afternoon,
      capacity: 6,
      targetGroup: 'infra',
    },
    {
      title: 'AWS Basics',
      description: 'Rekenen en bewaren in de cloud, met een account van de school.',
      moment: afternoon,
      capacity: 10,
      targetGroup: 'infra',
    },
    {
      title: 'Data analyse met Python',
      description: 'Tabellen en grafieken in Python. Gaat niet samen met Web API met Flask.',
      moment: afternoon,
      capacity: 5,
      targetGroup: 'app',
    },
    {
      title: 'Systeemontwerp',
      description: 'Hoe grote sites overeind blijven. Hoort samen met Kubernetes.',
      moment: afternoon,
      capacity: 7,
      targetGroup: 'infra',
    },
    {
      title: 'React',
      description: 'Schermen die meedoen, opgebouwd uit kleine delen.',
      moment: afternoon,
      capacity: 7,
      targetGroup: 'app',
    },
  ],
} as const satisfies EventChange;

/** By their titles. */
export const demoLinks: readonly (readonly [string, string, LinkKind])[] = [
  ['Web API met Flask', 'Data analyse met Python', 'exclusive'],
  ['Kubernetes', 'Systeemontwerp', 'inclusive'],
];

/** Thirteen choices, of which Express has exactly the three it has places for. Columns as `muster import participants`. */
export const demoPeople = [
  person('Amber', '4ITF', 'app', 'Webapplicaties met Express', 'Data analyse met Python'),
  person('Bram', '4ITF', 'app', 'Data analyse met Python'),
  person('Celine', '5ITF', 'app', 'Webapplicaties met Express', 'React'),
  person('Dries', '5ITF', 'app', 'Webapplicaties met Express'),
  person('Emma', '5ITF', 'app', 'Web API met Flask'),
  person('Hanne', '5ITF', 'infra', 'Elastic Stack', 'Webapp CTF'),
  person('Jonas', '5ITF', 'infra', 'Elastic Stack', 'AWS Basics'),
  person('Karim', '4ITF', 'infra', 'Kubernetes', 'Systeemontwerp'),
  person('Lotte', '6ITF', 'infra'),
  person('Floor', '6ITF', 'app'),
  person('Milan', '6ITF', 'infra'),
  person('Sofie', '6ITF', 'app'),
];

function person(name: string, user_class: string, targetgroup: string, ...registrations: readonly string[]) {
  return { full_name: name, identity: name, user_class, targetgroup, registrations };
}
