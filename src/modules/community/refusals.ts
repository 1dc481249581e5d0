import { refuse } from '../../platform/refusal.ts';

export const unknownTarget = () =>
  refuse('missing', 'comment.unknown_target', 'There is no such thing here.');

export const unknownComment = () => refuse('missing', 'comment.unknown', 'There is no such comment.');

export const foreignComment = () =>
  refuse('forbidden', 'comment.foreign', 'Only its author and admins may change a comment.');
