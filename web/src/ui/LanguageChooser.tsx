import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLanguage, useText } from '../i18n/index.ts';
import { languageNames, languages } from '../i18n/language.ts';

/** Chooses the language: in the header, or where that is too narrow at the end of the navigation. @param room which of the two this is */
export function LanguageChooser({ room }: { readonly room: 'wide' | 'narrow' }) {
  const say = useText();
  const { language, choose } = useLanguage();
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  if (isWide !== (room === 'wide')) return null;
  return (
    <NativeSelect
      aria-label={say('shell.language')}
      value={language}
      onChange={(event) => {
        const chosen = languages.find((one) => one === event.currentTarget.value);
        if (chosen) choose(chosen);
      }}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
      mt={room === 'narrow' ? 'md' : 0}
    />
  );
}
