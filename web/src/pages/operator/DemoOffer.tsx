import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { Refused } from '../../ui/States.tsx';

/** Offers an empty installation's operator the example; nothing once there is an event. */
export function DemoOffer() {
  const say = useText();
  const demo = useQuery({ queryKey: ['demo'], queryFn: () => unwrap(api.GET('/api/v1/demo')) });
  const load = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/demo')) });
  if (load.isSuccess) {
    const { name, keys } = load.data;
    return <Alert role="status">{say('operator.demoLoaded', { name, keys: keys.join(', ') })}</Alert>;
  }
  if (!demo.data?.is_offered) return null;
  return (
    <Alert title={say('operator.demo')}>
      <Stack align="start">
        <Text>{say('operator.demoBody')}</Text>
        <Button loading={load.isPending} onClick={() => load.mutate()}>
          {say('operator.loadDemo')}
        </Button>
        {load.isError && <Refused error={load.error} />}
      </Stack>
    </Alert>
  );
}
