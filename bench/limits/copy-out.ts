import pg from 'pg';

/** The part of a connection's protocol that COPY needs; the driver leaves it to whoever asks for it. */
class CopyOut implements pg.Submittable {
  bytes = 0;
  readonly done: Promise<number>;
  #resolve: (bytes: number) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  handleCopyData(message: { chunk: Buffer }): void {
    this.bytes += message.chunk.length;
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.bytes);
  }

  handleCopyOutResponse(): void {}
  handleCommandComplete(): void {}
}

/** Runs a `copy … to stdout` and throws its bytes away. @returns how many they were */
export async function copyOut(connection: pg.ClientConfig, text: string): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await client.query(new CopyOut(text)).done;
  } finally {
    await client.end();
  }
}
