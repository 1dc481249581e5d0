import { ActionIcon, Indicator } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useUnread } from '../api/notifications.ts';
import { useSession } from '../api/session.ts';
import { useText } from '../i18n/index.ts';
import { paths } from '../paths.ts';

/** Leads to the notifications and tells how many are new, as they come. */
export function NotificationBell() {
  const say = useText();
  const account = useSession().data?.account ?? null;
  const unread = useUnread(account !== null && !account.lacksSecondFactor) ?? 0;
  const label = unread > 0 ? say('shell.unread', { count: unread }) : say('shell.notifications');
  return (
    <Indicator label={unread > 99 ? '99+' : unread} size={18} disabled={unread === 0} color="red.9">
      <ActionIcon component={Link} to={paths.notifications} variant="subtle" size="lg" aria-label={label}>
        <Bell />
      </ActionIcon>
    </Indicator>
  );
}

function Bell() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7M10 20a2 2 0 0 0 4 0" />
    </svg>
  );
}
