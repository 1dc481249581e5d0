import { useLanguage } from '../i18n/index.ts';

/** A moment as people read it, in their language and their time zone. @param at ISO 8601, or null for none */
export function Moment({ at, day = false }: { readonly at: string | null; readonly day?: boolean }) {
  const { language } = useLanguage();
  if (at === null) return <>–</>;
  const style = day
    ? { dateStyle: 'medium' as const }
    : { dateStyle: 'medium' as const, timeStyle: 'short' as const };
  return <time dateTime={at}>{new Intl.DateTimeFormat(language, style).format(new Date(at))}</time>;
}
