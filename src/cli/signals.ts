/**
 * Waits until the process is asked to end (SIGTERM, SIGINT). A second request ends it at once.
 * @param onHangup called at SIGHUP
 */
export function untilStopped(onHangup: () => void): Promise<void> {
  process.on('SIGHUP', onHangup);
  return new Promise((resolve) => {
    let asked = false;
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      process.on(signal, () => {
        if (asked) process.exit(code);
        asked = true;
        resolve();
      });
    }
  });
}
