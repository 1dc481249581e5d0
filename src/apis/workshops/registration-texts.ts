import { defineTexts } from '../../platform/texts.ts';

/** Says what is wrong with a workshop of a choice, by the code of the problem. */
export const say = defineTexts({
  en: {
    named: '“{{title}}”',
    nameless: 'workshop {{id}}',
    closed: 'Registration for this event is closed.',
    other_event: 'Of another event: {{workshop}}.',
    several_events: 'The chosen workshops belong to several events.',
    full: '{{workshop}} is full.',
    group: '{{workshop}} is for other groups.',
    moment: '{{workshop}} is at the same moment as {{others}}.',
    needs: '{{workshop}} must be taken together with {{others}}.',
    excludes: '{{workshop}} cannot be combined with {{others}}.',
    unknown: 'There is no {{workshop}}.',
  },
  de: {
    named: '„{{title}}“',
    nameless: 'Workshop {{id}}',
    closed: 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.',
    other_event: 'Aus einer anderen Veranstaltung: {{workshop}}.',
    several_events: 'Die gewählten Workshops gehören zu mehreren Veranstaltungen.',
    full: '{{workshop}} ist voll.',
    group: '{{workshop}} ist für andere Gruppen.',
    moment: '{{workshop}} ist zur selben Zeit wie {{others}}.',
    needs: '{{workshop}} muss zusammen mit {{others}} gewählt werden.',
    excludes: '{{workshop}} kann nicht mit {{others}} kombiniert werden.',
    unknown: 'Es gibt keinen {{workshop}}.',
  },
  nl: {
    named: '‘{{title}}’',
    nameless: 'workshop {{id}}',
    closed: 'De registraties voor dit evenement zijn afgesloten.',
    other_event: 'Van een ander evenement: {{workshop}}.',
    several_events: 'De gekozen workshops horen bij verschillende evenementen.',
    full: '{{workshop}} is volzet.',
    group: '{{workshop}} is voor andere doelgroepen.',
    moment: '{{workshop}} valt op hetzelfde moment als {{others}}.',
    needs: '{{workshop}} moet samen met {{others}} gekozen worden.',
    excludes: '{{workshop}} kan niet gecombineerd worden met {{others}}.',
    unknown: 'Er bestaat geen {{workshop}}.',
  },
});
