import { setFlagsFromString } from 'node:v8';

/**
 * Trades a little speed for memory, for a program that goes on for hours beside others.
 *
 * The typesetter lays out pages on one thread, since each of its threads keeps memory of its own. Works before the
 * first PDF only; a number of threads that the user has set stays.
 */
export function saveMemory(): void {
  process.env.RAYON_NUM_THREADS ??= '1';
}

/**
 * Lets the heap grow by little before it is swept: what is written piece by piece is let go of at once, and without this
 * it would be kept until several times what is needed has piled up.
 *
 * @param percent Of what was left after the last sweep; the less, the more often is swept.
 */
export function keepHeapSmall(percent = 25): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * Lets functions run longer before they are compiled a second time, for speed.
 *
 * A command is over in a second or few: compiling what will not run again takes a quarter of its processor time, and
 * what runs long enough to be worth it still is. The default budget is 67,584.
 */
export function optimiseLate(): void {
  setFlagsFromString('--interrupt-budget=1000000');
}
