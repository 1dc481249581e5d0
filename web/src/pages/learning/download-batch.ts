import { download } from '../../ui/download.ts';

/** Hands the codes of a batch to the person as a file. Throws a `ProblemError`. */
export function downloadBatch(uuid: string): Promise<void> {
  return download(`/api/v1/code-batches/${uuid}/codes.csv`, `${uuid}.csv`);
}
