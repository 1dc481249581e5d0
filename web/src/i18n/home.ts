import { sameKeys } from './same-keys.ts';

export const home = sameKeys({
  en: {
    title: 'Welcome to {{site}}',
    signedOut: 'You are not signed in.',
    signedIn: 'You are signed in as {{name}} ({{username}}, {{email}}).',
    role: 'Your role: {{role}}',
    member: 'member',
    staff: 'staff',
    admin: 'administrator',
    owner: 'owner',
    pages: 'What you can do here',
  },
  nl: {
    title: 'Welkom bij {{site}}',
    signedOut: 'Je bent niet ingelogd.',
    signedIn: 'Je bent ingelogd als {{name}} ({{username}}, {{email}}).',
    role: 'Je rol: {{role}}',
    member: 'lid',
    staff: 'medewerker',
    admin: 'beheerder',
    owner: 'eigenaar',
    pages: 'Wat je hier kunt doen',
  },
  de: {
    title: 'Willkommen bei {{site}}',
    signedOut: 'Sie sind nicht angemeldet.',
    signedIn: 'Sie sind als {{name}} ({{username}}, {{email}}) angemeldet.',
    role: 'Ihre Rolle: {{role}}',
    member: 'Mitglied',
    staff: 'Mitarbeit',
    admin: 'Verwaltung',
    owner: 'Inhaber',
    pages: 'Was Sie hier tun können',
  },
});
