import { defineTexts } from '../../platform/texts.ts';

/** Says a sentence of the public calendar. */
export const sayCalendar = defineTexts({
  en: {
    title: 'Calendar of {{city}}',
    none: 'There is no performance in the calendar yet.',
    zone: 'Times are those of {{zone}}.',
    performance: '{{artist}} at {{venue}}',
    app: 'Timetable, map and search',
    file: 'All dates for your own calendar (ICS)',
    earlier: 'Earlier performances',
    later: 'Later performances',
  },
  de: {
    title: 'Kalender von {{city}}',
    none: 'Im Kalender steht noch kein Auftritt.',
    zone: 'Die Zeiten sind die von {{zone}}.',
    performance: '{{artist}} – {{venue}}',
    app: 'Zeitplan, Karte und Suche',
    file: 'Alle Termine für Ihren eigenen Kalender (ICS)',
    earlier: 'Frühere Auftritte',
    later: 'Spätere Auftritte',
  },
  nl: {
    title: 'Kalender van {{city}}',
    none: 'Er staat nog geen optreden in de kalender.',
    zone: 'De tijden zijn die van {{zone}}.',
    performance: '{{artist}} – {{venue}}',
    app: 'Tijdschema, kaart en zoeken',
    file: 'Alle data voor je eigen agenda (ICS)',
    earlier: 'Eerdere optredens',
    later: 'Latere optredens',
  },
});
