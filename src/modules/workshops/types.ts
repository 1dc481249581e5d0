/** A day of workshops. */
export interface Event {
  readonly id: number;
  readonly name: string;
  /** The organiser's switch; null: never switched, which is closed. */
  readonly available: boolean | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** In which local times of this event are read and shown, such as `Europe/Brussels`. */
  readonly timeZone: string;
  /** Raised by every edit of the event, its workshops and links. */
  readonly version: number;
  readonly archivedAt: Date | null;
}

export interface Workshop {
  readonly id: number;
  readonly eventId: number;
  readonly title: string;
  readonly description: string;
  /** The time slot, free text; a participant has one workshop each. */
  readonly moment: string;
  /** `""`: all; `a|b`: several; see `isOpenTo`. */
  readonly targetGroup: string;
  readonly capacity: number;
  readonly taken: number;
  readonly granted: number;
  /** The version of the event whose edit last touched it. */
  readonly version: number;
  /** Where organisers put it among those of its event; equal ones go by id (`inOrder`). */
  readonly position: number;
}

/** A workshop as the judge of a choice needs it: descriptions are long. */
export type JudgedWorkshop = Omit<Workshop, 'description'>;

export interface EventWithWorkshops extends Event {
  /** By id. */
  readonly workshops: readonly Workshop[];
}

/** What may be said of an event; an absent key stays. */
export interface EventChange {
  readonly name?: string;
  readonly available?: boolean | null;
  /** A text is ISO 8601, without an offset a local time of the event's zone, as it is after the change. */
  readonly opensAt?: Date | string | null;
  readonly closesAt?: Date | string | null;
  readonly timeZone?: string;
  /** The whole list: one with an id is changed, one without is made, one that is left out is deleted with its choices. */
  readonly workshops?: readonly WorkshopDraft[];
}

/** A workshop as an organiser writes it; absent keys stay, or take the usual values where it is new. */
export interface WorkshopDraft {
  readonly id?: number;
  readonly title?: string;
  readonly description?: string;
  readonly moment?: string;
  readonly targetGroup?: string;
  readonly capacity?: number;
  /** A new one without stands after those there are. */
  readonly position?: number;
}

export type LinkKind = 'inclusive' | 'exclusive';

/** Two workshops of one event: both or none (`inclusive`), or not both (`exclusive`). Direction means nothing. */
export interface WorkshopLink {
  readonly workshop1Id: number;
  readonly workshop2Id: number;
  readonly kind: LinkKind;
}

/** A person in one event, who signs in by a login key and has no account. */
export interface Participant {
  readonly id: number;
  readonly eventId: number;
  readonly fullName: string;
  readonly class: string | null;
  readonly targetGroup: string | null;
}

/** A participant as an organiser sees them. */
export interface ListedParticipant extends Participant {
  /** The login key in clear; null: nobody signs in as this person. */
  readonly key: string | null;
  /** Ids of the registrations, ascending. */
  readonly registrations: readonly number[];
}

/** The choice of one workshop by one participant. */
export interface Registration {
  readonly id: number;
  readonly workshopId: number;
  readonly participantId: number;
  readonly enteredAt: Date;
}

/** What is wrong with one workshop of a choice. */
export type ProblemCode =
  /** The event is not open for choosing now. */
  | 'closed'
  /** It belongs to another event than the participant. */
  | 'other_event'
  /** The choice spans several events. */
  | 'several_events'
  | 'full'
  /** It is for other groups. */
  | 'group'
  /** Another chosen workshop has the same moment. */
  | 'moment'
  /** An inclusive partner is not chosen. */
  | 'needs'
  /** An exclusive partner is chosen too. */
  | 'excludes'
  /** There is no such workshop. */
  | 'unknown';

export interface Problem {
  readonly workshopId: number;
  readonly code: ProblemCode;
  /** The other workshops concerned, ascending: the same moment's, the missing or the excluded partners. */
  readonly with: readonly number[];
}

/** A workshop as whoever chooses needs to see it. */
export interface WorkshopPlaces extends Pick<Workshop, 'id' | 'title'> {
  /** How many may still come in. */
  readonly free: number;
}

/** What a choice is judged by. */
export interface ChoiceCase {
  readonly event: Pick<Event, 'id' | 'available' | 'opensAt' | 'closesAt' | 'archivedAt'>;
  /** The event's workshops, all of them. */
  readonly workshops: readonly JudgedWorkshop[];
  readonly links: readonly WorkshopLink[];
  readonly targetGroup: string | null;
  /** Workshops that the participant has, before. */
  readonly current: readonly number[];
  /** Workshops wanted; the whole of it, in any order, repeated or not. */
  readonly wanted: readonly number[];
  /** Which of the wanted belong to other events. */
  readonly elsewhere: readonly { readonly id: number; readonly eventId: number }[];
  /** A manager chooses for the participant: also while it is closed. */
  readonly byManager: boolean;
  /** A manager's word for it: also beyond the limit. */
  readonly force: boolean;
  readonly now: Date;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** What the choice adds to the current one, ascending. */
  readonly added: readonly number[];
  /** What it gives up, ascending. */
  readonly removed: readonly number[];
}

/** Who uses this API. */
export type Visitor =
  | { readonly kind: 'participant'; readonly participant: Participant; readonly visitId: number }
  /** Signed in by the one administrator's password. */
  | { readonly kind: 'shared_password'; readonly visitId: number };

/** What an edit of an event does to choices made before it. */
export interface EditWarning {
  readonly workshopId: number;
  readonly title: string;
  /** `deleted`: its registrations went with it. `over_limit`: nobody is evicted, nobody more comes in. */
  readonly code: 'deleted' | 'moment' | 'group' | 'over_limit';
  /** How many people are concerned. */
  readonly registrations: number;
}

/** A person of a list as it is sent; absent keys stay, where the person is known. */
export interface ParticipantDraft {
  /** Names somebody of the event; without one the person is recognised (`matchParticipants`), or new. */
  readonly id?: number;
  readonly fullName?: string;
  readonly class?: string | null;
  readonly targetGroup?: string | null;
  /** In clear. `''` draws a key, unless somebody recognised without an id has one; null takes it away. */
  readonly key?: string | null;
}

/** `replace`: who is not in the list is removed. `add`: nobody is. */
export type ListMode = 'replace' | 'add';

/** What a list does to the participants of an event. */
export interface ListChange {
  readonly added: readonly (ListedPerson & { readonly at: number })[];
  readonly changed: readonly ChangedParticipant[];
  readonly removed: readonly (ListedPerson & { readonly id: number; readonly registrations: number })[];
  /** How many stay as they are. */
  readonly kept: number;
}

export type ListedPerson = Pick<Participant, 'fullName' | 'class' | 'targetGroup'>;

export interface ChangedParticipant {
  /** The place in the list, from 0. */
  readonly at: number;
  readonly id: number;
  readonly before: ListedPerson;
  readonly after: ListedPerson;
  /** Whoever was signed in by the old key is no more. */
  readonly isKeyChanged: boolean;
}

/** Somebody of an event as a list is compared with them. */
export interface PresentParticipant extends ListedPerson {
  readonly id: number;
  /** The hash of the login key, as hexadecimal digits; null: there is none. */
  readonly keyHash: string | null;
}

/** The columns that hold a login key: found by its hashes, printed by what is sealed. */
export interface StoredKey {
  readonly hash: Buffer;
  readonly foldedHash: Buffer;
  readonly sealed: Buffer;
}

/** A participant as it is stored, with what they chose. */
export interface PagedParticipant extends Participant {
  /** The key as it is stored. */
  readonly sealed: Buffer | null;
  /** Ids of workshops, ascending. */
  readonly chosen: readonly number[];
}

/** A registration with whose it is. */
export interface NamedRegistration
  extends Registration,
    Pick<Participant, 'fullName' | 'class' | 'targetGroup'> {}
