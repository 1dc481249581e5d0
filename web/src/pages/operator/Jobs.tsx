import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { operatorPaths } from './paths.ts';
import { sayMoment } from './times.ts';
import type { Job } from './types.ts';

/** Long work that people began: the own, for admins that of everybody. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  return (
    <Frame title={say('operator.jobs')}>
      <DataTable<Job>
        caption={say('operator.jobs')}
        queryKey={['jobs']}
        rowKey={({ uuid }) => uuid}
        columns={[
          {
            header: say('operator.job'),
            cell: ({ uuid, kind }) => <LinkTo to={operatorPaths.job(uuid)}>{kind}</LinkTo>,
          },
          { header: say('operator.state'), cell: ({ state }) => say(`operator.job_${state}`) },
          {
            header: say('operator.progress'),
            cell: ({ done, total }) =>
              total === null ? say('operator.doneSoFar', { done }) : say('operator.doneOf', { done, total }),
          },
          { header: say('operator.begunBy'), cell: ({ author }) => author },
          { header: say('operator.begun'), cell: ({ created_at }) => sayMoment(created_at, language) },
        ]}
        load={({ cursor, signal }) =>
          unwrap(
            api.GET('/api/v1/jobs', { params: { query: { ...(cursor !== null && { cursor }) } }, signal }),
          )
        }
      />
    </Frame>
  );
}
