const minute = 60_000;
const hour = 60 * minute;

/** A try, and pauses after each of the first eight: the ninth and last is made 65 hours after the first. */
const pauses = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour, 24 * hour];

/** Letters claimed at once; 50 keep a transaction short and five connections busy. */
export const batchSize = 50;
/** Letters sent at once by one process. */
export const lanes = 5;
/** Milliseconds a claim lasts. A process that dies leaves its letters to others after that. */
export const lease = 5 * minute;
/** No letter is begun so near the end of its claim (ms) that it might still be on its way when another claims it. */
export const leaseReserve = 90_000;
/** Milliseconds until letters are tried that an outage kept from being tried at all. */
export const outagePause = minute;
/** Milliseconds a delivered or given up letter is kept: its address answers "did it leave?", then it is erased. */
export const keptFor = 30 * 24 * hour;

/**
 * The pause before the next try, in milliseconds, or null when there is none (about three days after the first).
 * @param attempts tries made, at least 1
 */
export function pauseAfter(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}

/** Paths of links end in secrets of this length at least. */
const secretLength = 16;

/** A text whose addresses show no secret: long words of their paths and queries, and what follows a `#`, are cut. */
export function withoutSecrets(text: string): string {
  const long = new RegExp(`(?<=[/=?&])[\\w.~%-]{${secretLength},}`, 'g');
  return text.replace(/(https?:\/\/[^\s/]+)(\/\S*)/g, (_, host: string, path: string) => {
    return host + path.replace(/#.*$/, '#…').replace(long, '…');
  });
}

/** The host of an address, for the log: it says where letters are stuck and names nobody. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** How files of letters name an account, whether they go to it or speak of it. */
export function markOf(tenantId: number, accountId: number): string {
  return `${tenantId}:${accountId}`;
}

/** How the file of the letter names it that tells somebody of their erasure. */
export function lastMarkOf(tenantId: number, accountId: number): string {
  return `last:${markOf(tenantId, accountId)}`;
}
