import { Alert, Button, Text } from '@mantine/core';
import { useText } from '../../i18n/index.ts';

/** Somebody else saved meanwhile: nothing was lost, and what to do about it. @param reload shows their version instead */
export function Stale({ reload }: { readonly reload: () => void }) {
  const say = useText();
  return (
    <Alert color="orange" role="alert" title={say('workshops.staleTitle')} mb="md">
      <Text>{say('workshops.staleBody')}</Text>
      <Button mt="sm" variant="default" onClick={reload}>
        {say('workshops.staleReload')}
      </Button>
    </Alert>
  );
}
