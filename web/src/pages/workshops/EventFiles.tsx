import { Button, Group, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/index.ts';
import { download } from '../../ui/download.ts';
import { Refused } from '../../ui/States.tsx';
import type { EventForm } from './events-client.ts';

const files = [
  ['registrations.xlsx', 'workshops.workbook'],
  ['registrations.csv', 'workshops.registrationsCsv'],
  ['participants.csv', 'workshops.participantsCsv'],
  ['key-cards.pdf', 'workshops.keyCards'],
] as const;

/** What can be taken out of an event, in the language of the page. */
export function EventFiles({ event: { id, name } }: { readonly event: EventForm }) {
  const say = useText();
  const { language } = useLanguage();
  const [busy, setBusy] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [className, setClassName] = useState('');
  const fetchFile = async (file: (typeof files)[number][0]) => {
    setBusy(file);
    setError(null);
    const ofClass = file === 'key-cards.pdf' && className.trim() !== '' ? { class: className.trim() } : {};
    try {
      const query = new URLSearchParams({ lang: language, ...ofClass });
      await download(`/api/v1/events/${id}/${file}?${query}`, `${name} ${file}`);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy('');
    }
  };
  return (
    <section aria-labelledby="files">
      <Title order={2} size="h3" id="files" mb="sm">
        {say('workshops.files')}
      </Title>
      <Group align="end">
        {files.map(([file, text]) => (
          <Button key={file} variant="default" loading={busy === file} onClick={() => void fetchFile(file)}>
            {say(text)}
          </Button>
        ))}
        <TextInput
          label={say('workshops.keyCardsClass')}
          value={className}
          maxLength={80}
          onChange={({ currentTarget }) => setClassName(currentTarget.value)}
        />
      </Group>
      {error !== null && <Refused error={error} />}
    </section>
  );
}
