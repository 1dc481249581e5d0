import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { CourseFrame } from './CourseFrame.tsx';
import { useDay } from './parts.tsx';
import { everySpan, type Span, spans } from './spans.ts';

/** What a course comes to, as numbers and plots. */
export function Page() {
  return <CourseFrame part="figures">{(course) => <Figures courseKey={course.key} />}</CourseFrame>;
}

function Figures({ courseKey: key }: { readonly courseKey: string }) {
  const say = useText();
  const day = useDay();
  const [by, setBy] = useState<Span>('day');
  const figures = useQuery({
    queryKey: ['learning', 'figures', key, by],
    queryFn: () =>
      unwrap(api.GET('/api/v1/courses/{key}/analytics', { params: { path: { key }, query: { by } } })),
  });
  if (figures.isPending) return <Loading />;
  if (figures.isError) return <Refused error={figures.error} retry={() => void figures.refetch()} />;
  const { active, ended, pending, completed, codes } = figures.data;
  const enrolled = everySpan(figures.data.enrolled, by);
  const codePoints = [
    { label: say('learning.openCodes'), value: codes.open },
    { label: say('learning.redeemedCodes'), value: codes.redeemed },
    { label: say('learning.cancelledCodes'), value: codes.cancelled },
  ];
  const rows = [
    [say('learning.activeNow'), active],
    [say('learning.endedCount'), ended],
    [say('learning.pendingCount'), pending],
    [say('learning.completedCount'), completed],
  ] as const;
  return (
    <Stack>
      <table className="data-table">
        <caption>{say('learning.figuresCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('learning.figure')}</th>
            <th scope="col">{say('learning.number')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <NativeSelect
        label={say('learning.by')}
        value={by}
        onChange={(event) => setBy(spans.find((span) => span === event.currentTarget.value) ?? 'day')}
        data={spans.map((value) => ({ value, label: say(`learning.${value}`) }))}
        maw={280}
      />
      {enrolled.length === 0 ? (
        <Text>{say('learning.nothingYet')}</Text>
      ) : (
        <Chart
          title={say('learning.overTime')}
          kind={enrolled.length > 31 ? 'line' : 'bars'}
          points={enrolled.map(({ from, count }) => ({ label: day(from), value: count }))}
        />
      )}
      {codePoints.some(({ value }) => value > 0) && (
        <Chart title={say('learning.codesChart')} kind="bars" points={codePoints} />
      )}
    </Stack>
  );
}
