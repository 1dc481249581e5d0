import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useSession } from '../api/session.ts';

/** A page: its title is the heading and the window's title. @param actions buttons beside the heading */
export function Page({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const site = useSession().data?.site.name ?? '';
  useEffect(() => {
    document.title = [title, site].filter((part) => part !== '').join(' · ');
  }, [title, site]);
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </>
  );
}
