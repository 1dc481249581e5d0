import { Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { Loading, Refused } from '../../ui/States.tsx';
import { Section } from './Section.tsx';

const key = ['staff-second-factor'];

/** An owner's switch: whether staff must sign in with a second factor. */
export function StaffFactor() {
  const say = useText();
  const client = useQueryClient();
  const demand = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/api/v1/tenant/staff-second-factor')),
  });
  const change = useMutation({
    mutationFn: (isDemanded: boolean) =>
      unwrap(api.PUT('/api/v1/tenant/staff-second-factor', { body: { is_demanded: isDemanded } })),
    onSuccess: async (now) => {
      client.setQueryData(key, now);
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <Section title={say('account.staffFactor')}>
      <Text>{say('account.staffFactorBody')}</Text>
      {demand.isPending && <Loading />}
      {demand.isError && <Refused error={demand.error} retry={() => void demand.refetch()} />}
      {change.isError && <Refused error={change.error} />}
      {demand.data && (
        <Switch
          label={say('account.demandIt')}
          checked={demand.data.is_demanded}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
      )}
    </Section>
  );
}
