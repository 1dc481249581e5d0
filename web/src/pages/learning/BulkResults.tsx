import { Text, Title } from '@mantine/core';
import type { paths as routes } from '../../api/schema.generated.ts';
import { useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';

type Found = routes['/api/v1/bulk-enrolments']['post']['responses'][200]['content']['application/json'];
type Result = Found['courses'][number]['results'][number];

/** Those that leave something otherwise than it was. */
const changing = ['enrolled', 'pending', 'ended', 'no_longer_pending'] as const;
const others = ['already_enrolled', 'already_pending', 'not_enrolled', 'full', 'closed', 'unknown'] as const;

/** How many changes an answer tells of. */
export function changesOf({ counts }: Found): number {
  return changing.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

/**
 * What becomes of each person in each course: changes are marked, as in a comparison of two texts.
 * @param id of this answer among all
 */
export function BulkResults({ found, id }: { readonly found: Found; readonly id: number }) {
  const say = useText();
  return (
    <>
      <ul>
        {[...changing, ...others].map((outcome) => {
          const count = found.counts[outcome] ?? 0;
          return count === 0 ? null : (
            <li key={outcome}>
              {say(`learning.was_${outcome}`)}: <strong>{count}</strong>
            </li>
          );
        })}
      </ul>
      {found.courses.map(({ key, name, results }) => (
        <section key={key}>
          <Title order={3} size="h4" mt="md">
            {name}
          </Title>
          <DataTable<Result>
            caption={key}
            queryKey={['bulk', id, key]}
            rowKey={({ identifier }) => identifier}
            load={async () => ({ items: results, next: null })}
            columns={[
              { header: say('learning.identifier'), cell: ({ identifier }) => identifier },
              { header: say('learning.outcome'), cell: ({ outcome }) => <Outcome outcome={outcome} /> },
            ]}
          />
        </section>
      ))}
    </>
  );
}

function Outcome({ outcome }: Pick<Result, 'outcome'>) {
  const say = useText();
  const isChange = changing.some((one) => one === outcome);
  return (
    <Text fw={isChange ? 700 : 400}>
      {isChange ? '± ' : ''}
      {say(`learning.was_${outcome}`)}
    </Text>
  );
}
