import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is known of a thing, a line for each fact. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Table layout="fixed">
      <Table.Tbody>
        {facts.map(([name, fact]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{fact}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
