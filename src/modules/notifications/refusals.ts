import { refuse } from '../../platform/refusal.ts';

export const unknownNotification = (number: number) =>
  refuse('missing', 'notification.unknown', `There is no notification ${number}.`);
