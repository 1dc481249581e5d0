import autocannon from 'autocannon';

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** Sends the same request over and over for some seconds; fails when an answer is not 2xx, since that would be no work. */
export async function load(
  options: Pick<autocannon.Options, 'url' | 'headers' | 'method' | 'body' | 'connections' | 'requests'>,
  seconds: number,
  rate?: number,
): Promise<Load> {
  const result = await autocannon({
    ...options,
    duration: seconds,
    ...(rate !== undefined && { overallRate: rate }),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${options.url} failed.`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}
