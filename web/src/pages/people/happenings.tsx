import type { Say, TextKey } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Moment } from '../../ui/Moment.tsx';
import type { Happening } from './answers.ts';

/** How the log is read: when, who, what, to what. */
export function happeningColumns(say: Say): Column<Happening>[] {
  return [
    { header: say('people.when'), cell: ({ at }) => <Moment at={at} /> },
    { header: say('people.author'), cell: ({ author }) => <Author author={author} say={say} /> },
    {
      header: say('people.what'),
      cell: ({ verb, fields }) =>
        [wordOf(say, verbs, verb), fields.join(', ')].filter((part) => part !== '').join(': '),
    },
    { header: say('people.object'), cell: ({ object }) => <Thing thing={object} say={say} /> },
  ];
}

const verbs: Readonly<Record<string, TextKey>> = {
  registered: 'people.verbRegistered',
  activated: 'people.verbActivated',
  changed: 'people.verbChanged',
  deactivated: 'people.verbDeactivated',
  erased: 'people.verbErased',
  confirmed: 'people.verbConfirmed',
  invited: 'people.verbInvited',
  accepted: 'people.verbAccepted',
  revoked: 'people.verbRevoked',
  commented: 'people.verbCommented',
  created: 'people.verbCreated',
  deleted: 'people.verbDeleted',
  enrolled: 'people.verbEnrolled',
  imported: 'people.verbImported',
};

const types: Readonly<Record<string, TextKey>> = {
  person: 'people.typePerson',
  course: 'people.typeCourse',
  event: 'people.typeEvent',
  workshop: 'people.typeWorkshop',
  booking: 'people.typeBooking',
  invitation: 'people.typeInvitation',
  comment: 'people.typeComment',
};

const kinds: Readonly<Record<string, TextKey>> = {
  account: 'people.someoneErased',
  participant: 'people.byParticipant',
  command: 'people.byCommand',
  system: 'people.bySystem',
  anyone: 'people.byAnyone',
};

/** Words that the filter of verbs offers. */
export const offeredVerbs = Object.keys(verbs);
/** Types that the filter of things offers. */
export const offeredTypes = Object.keys(types);

export const verbWord = (say: Say, verb: string) => wordOf(say, verbs, verb);
export const typeWord = (say: Say, type: string) => wordOf(say, types, type);

/** In the reader's language where there is a word for it, else as the log has it. */
function wordOf(say: Say, words: Readonly<Record<string, TextKey>>, word: string): string {
  const key = words[word];
  return key === undefined ? word : say(key);
}

function Author({ author, say }: { readonly author: Happening['author']; readonly say: Say }) {
  const { kind, uuid, name } = author;
  if (uuid === null) return <>{wordOf(say, kinds, kind)}</>;
  return <LinkTo to={paths.person(uuid)}>{name}</LinkTo>;
}

function Thing({ thing, say }: { readonly thing: Happening['object']; readonly say: Say }) {
  const { type, id, name, number } = thing;
  const word = typeWord(say, type);
  if (type === 'person' && id !== null)
    return (
      <>
        {word} <LinkTo to={paths.person(id)}>{name}</LinkTo>
      </>
    );
  return <>{`${word} ${name ?? number}`}</>;
}
