import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Chart } from '../../ui/Chart.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { type Course, Places, pageOf } from './parts.tsx';

/** The courses of the site, for whoever runs them. */
export function Page() {
  const say = useText();
  const [search, setSearch] = useState('');
  return (
    <Frame
      title={say('learning.manage')}
      actions={
        <Button component={Link} to={paths.newCourse}>
          {say('learning.newCourse')}
        </Button>
      }
    >
      <Stack>
        <Group>
          <LinkTo to={paths.bulkEnrolment}>{say('learning.bulk')}</LinkTo>
          <LinkTo to={paths.certificates}>{say('learning.certificates')}</LinkTo>
        </Group>
        <TextInput
          type="search"
          label={say('learning.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          maw={320}
        />
        <DataTable<Course>
          caption={say('learning.coursesCaption')}
          queryKey={['learning', 'courses', search]}
          rowKey={({ key }) => key}
          load={({ cursor, signal }) =>
            unwrap(api.GET('/api/v1/courses', { params: { query: { ...pageOf(cursor), search } }, signal }))
          }
          columns={[
            {
              header: say('learning.course'),
              cell: (one) => <LinkTo to={paths.coursePeople(one.key)}>{one.name}</LinkTo>,
            },
            { header: say('learning.key'), cell: (one) => one.key },
            { header: say('learning.admission'), cell: (one) => say(`learning.${one.admission}`) },
            { header: say('learning.places'), cell: (one) => <Places course={one} /> },
          ]}
        />
        <PeoplePerCourse />
      </Stack>
    </Frame>
  );
}

/** A glance at the first courses; nothing where it cannot be had, since the table above says why. */
function PeoplePerCourse() {
  const say = useText();
  const courses = useQuery({
    queryKey: ['learning', 'per-course'],
    queryFn: () => unwrap(api.GET('/api/v1/courses', { params: { query: { limit: 20 } } })),
  });
  const items = courses.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Chart
      title={say('learning.perCourse')}
      kind="bars"
      points={items.map(({ number, run, taken }) => ({ label: `${number} ${run}`, value: taken }))}
    />
  );
}
