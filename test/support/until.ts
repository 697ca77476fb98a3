import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 60_000;

/** Looks again and again until the condition holds; rejects after a minute. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`did not come true within ${PATIENCE / 1000} s: ${holds}`);
    await pause(5);
  }
}
