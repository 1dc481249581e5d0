import { send } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';

/** Fetches a file and hands it to the person. Throws a `ProblemError`. @param name of the file */
export async function download(path: string, name: string): Promise<void> {
  const response = await send(new Request(new URL(path, window.location.origin)));
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    throw problemOf(response.status, body, response.headers.get('x-request-id'));
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
