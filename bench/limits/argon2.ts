import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { argon2Parameters } from '../../src/platform/password-hashes.ts';

/** The limit of P3: nothing but argon2id, as many at once as there are cores. */
const stored = await hash('correct-horse-battery', argon2Parameters);
const until = performance.now() + Number(process.argv[2]) * 1000;
let count = 0;
const lanes = Array.from({ length: availableParallelism() }, async () => {
  while (performance.now() < until) {
    await verify(stored, 'correct-horse-battery');
    count += 1;
  }
});
await Promise.all(lanes);
console.log(`checked ${count / Number(process.argv[2])}`);
