/** Shows on standard error how far long work has come; says nothing where that is no terminal. */
export interface Progress {
  /** @param done of the total */
  show(done: number): void;
  /** Takes the bar away. */
  end(): void;
}

const width = 30;

/** @param total what `done` counts up to: bytes, rows */
export function openProgress(label: string, total: number): Progress {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let shown = -1;
  return {
    show(done) {
      const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;
      if (percent === shown) return;
      shown = percent;
      const full = Math.round((width * percent) / 100);
      stderr.write(`\r${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %`);
    },
    end() {
      if (shown >= 0) stderr.write('\r\u001b[K');
    },
  };
}
