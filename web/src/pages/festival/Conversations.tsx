import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { type City, type Conversation, keyOf } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { festivalPaths as paths } from './paths.ts';
import { sayMoment } from './times.ts';

/** One's conversations with how much is unread. */
export function Page() {
  const say = useText();
  return <FestivalPage title={say('festival.conversations')}>{(city) => <Own city={city} />}</FestivalPage>;
}

function Own({ city }: { readonly city: City }) {
  const say = useText();
  const { language } = useLanguage();
  const [isArchived, setArchived] = useState(false);
  return (
    <>
      <Checkbox
        label={say('festival.archived')}
        checked={isArchived}
        onChange={(event) => setArchived(event.currentTarget.checked)}
        mb="md"
      />
      <DataTable<Conversation>
        caption={say('festival.conversations')}
        rowKey={({ uuid }) => uuid}
        queryKey={keyOf('conversations', isArchived)}
        load={({ cursor, signal }) => {
          const query = { is_archived: isArchived, ...(cursor !== null && { cursor }) };
          return unwrap(api.GET('/api/v1/conversations', { params: { query }, signal }));
        }}
        columns={[
          {
            header: say('festival.subject'),
            cell: ({ uuid, subject }) => <LinkTo to={paths.conversation(uuid)}>{subject}</LinkTo>,
          },
          { header: say('festival.unread'), cell: ({ unread_count: count }) => count },
          {
            header: say('festival.lastMessage'),
            cell: ({ updated_at: at }) => sayMoment(at, city.time_zone, language),
          },
        ]}
      />
    </>
  );
}
