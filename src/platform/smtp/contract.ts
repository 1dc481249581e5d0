/** A mailbox and the name shown beside it; the name may be empty. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A letter on its way out. */
export interface OutgoingLetter {
  /** A UUID. */
  readonly id: string;
  /** How often it was tried, this time included. */
  readonly attempt: number;
  /** With its angle brackets; the same on every attempt, so that a receiver recognises a repeat. */
  readonly messageId: string;
  readonly writtenAt: Date;
  readonly locale: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Whom it goes to and speaks of, in words that name nobody; a file keeps them, so that it can be found again. */
  readonly concerns?: readonly string[];
}

/** What takes letters out of the process: a mail server, or a folder of files. */
export interface Transport {
  /**
   * Hands the letter over for good. Fails with a `SendFailure`.
   * @returns where it went, for the log: the server's answer or the file's name
   */
  send(letter: OutgoingLetter): Promise<string>;
  close(): Promise<void>;
}

/**
 * How far a failure reaches: `recipient`: the mailbox is refused for good; `letter`: this letter was not taken, perhaps
 * later; `outage`: nothing can be sent at the moment.
 */
export type FailureReach = 'recipient' | 'letter' | 'outage';

/** A letter that was not taken. Its message names no link and no address of the letter. */
export class SendFailure extends Error {
  readonly reach: FailureReach;

  constructor(reach: FailureReach, message: string) {
    super(message);
    this.name = 'SendFailure';
    this.reach = reach;
  }
}
