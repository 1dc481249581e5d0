import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Say, useText } from '../../i18n/index.ts';
import { Moment } from '../../ui/Moment.tsx';
import type { Person } from './answers.ts';

/** What is known of a person besides what a form changes. */
export function PersonFacts({ person }: { readonly person: Person }) {
  const say = useText();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('people.username'), person.username],
    [say('people.email'), person.email],
    [say('people.confirmed'), <Moment key="confirmed" at={person.email_confirmed_at} />],
    [say('people.role'), say(`home.${person.role}`)],
    [say('people.state'), say(stateOf(person))],
    [say('people.joined'), <Moment key="joined" at={person.created_at} />],
    [say('people.lastSeen'), <Moment key="seen" at={person.last_login_at} />],
    [say('people.number'), String(person.number)],
    ...told(say, person),
    ...Object.entries(person.extra).map(([name, value]) => [name, textOf(value)] as const),
  ];
  return (
    <Table captionSide="top" layout="fixed" my="md">
      <Table.Caption>{say('people.details')}</Table.Caption>
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td className="wraps">{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What the person told, where they did. */
function told(say: Say, { phone, zip_code: zip, profile }: Person): (readonly [string, string])[] {
  const { mailing_address: address, city, country, year_of_birth: year } = profile;
  const facts = [
    [say('people.phone'), phone],
    [say('people.address'), address],
    [say('people.zipCode'), zip],
    [say('people.city'), city],
    [say('people.country'), country],
    [say('people.yearOfBirth'), year],
  ] as const;
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const]));
}

/** In one word, as a key of the texts. */
function stateOf({ is_active: isActive, deactivated_at: shutAt }: Person) {
  if (isActive) return 'people.active' as const;
  return shutAt === null ? ('people.waiting' as const) : ('people.shut' as const);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
