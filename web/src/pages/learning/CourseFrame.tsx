import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import type { Course } from './parts.tsx';

/** What the pages of one course have in common: its name, and the ways to the others. @param children drawn of the course and its tag */
export function CourseFrame({
  part,
  children,
}: {
  readonly part: 'people' | 'codes' | 'figures' | 'settings';
  readonly children: (course: Course, tag: string) => ReactNode;
}) {
  const say = useText();
  const { key = '' } = useParams({ strict: false });
  const course = useQuery({
    queryKey: ['learning', 'course', key],
    queryFn: async () => {
      const { data, error, response } = await api.GET('/api/v1/courses/{key}', { params: { path: { key } } });
      if (!data) throw problemOf(response.status, error, response.headers.get('x-request-id'));
      return { course: data, tag: response.headers.get('etag') ?? '' };
    },
  });
  if (course.isPending) return <Loading />;
  if (course.isError)
    return (
      <Frame title={say('learning.course')}>
        <Refused error={course.error} retry={() => void course.refetch()} />
      </Frame>
    );
  const { course: found, tag } = course.data;
  return (
    <Frame title={`${found.name}: ${say(`learning.${part}`)}`}>
      <Text c="dimmed">{found.key}</Text>
      <Group component="nav" aria-label={found.name} my="md">
        <LinkTo to={paths.coursePeople(key)}>{say('learning.people')}</LinkTo>
        <LinkTo to={paths.courseCodes(key)}>{say('learning.codes')}</LinkTo>
        <LinkTo to={paths.courseFigures(key)}>{say('learning.figures')}</LinkTo>
        <LinkTo to={paths.courseSettings(key)}>{say('learning.settings')}</LinkTo>
        <Anchor underline="always" href={`/courses/${encodeURIComponent(found.key)}/about`}>
          {say('learning.about')}
        </Anchor>
      </Group>
      {children(found, tag)}
    </Frame>
  );
}
