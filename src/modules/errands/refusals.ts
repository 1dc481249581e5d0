import { refuse } from '../../platform/refusal.ts';

export const unknownErrand = (uuid: string) => refuse('missing', 'job.unknown', `There is no job ${uuid}.`);

export const errandOver = () =>
  refuse('conflict', 'job.over', 'This job is over and can no longer be cancelled.');

export const tooManyRows = (limit: number) =>
  refuse('invalid', 'job.too_many_rows', `A job has at most ${limit} rows. Split it.`, { detail: { limit } });
