import { sameKeys } from './same-keys.ts';

export const account = sameKeys({
  en: {
    signInTitle: 'Sign in',
    login: 'Username or e-mail address',
    password: 'Password',
    signIn: 'Sign in',
    forgotten: 'Forgot your password?',
  },
  nl: {
    signInTitle: 'Inloggen',
    login: 'Gebruikersnaam of e-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    forgotten: 'Wachtwoord vergeten?',
  },
  de: {
    signInTitle: 'Anmelden',
    login: 'Benutzername oder E-Mail-Adresse',
    password: 'Passwort',
    signIn: 'Anmelden',
    forgotten: 'Passwort vergessen?',
  },
});
