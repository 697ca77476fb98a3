import type { Stretch } from './skeleton';

/** Which item holds each character of a skeleton, for every kind of item apart. */
export class Ground {
  private readonly holders = new Map<string, Int32Array>();

  constructor(private readonly size: number) {}

  hold(kind: string, item: number, { from, to }: Stretch): void {
    let holders = this.holders.get(kind);
    if (holders === undefined) this.holders.set(kind, (holders = new Int32Array(this.size).fill(-1)));
    holders.fill(item, from, to);
  }

  /** The items of a kind that hold characters of the stretch, and how many each. */
  within(kind: string, { from, to }: Stretch): Map<number, number> {
    const found = new Map<number, number>();
    const holders = this.holders.get(kind);
    if (holders !== undefined)
      for (let at = from; at < to; at++)
        if (holders[at] >= 0) found.set(holders[at], (found.get(holders[at]) ?? 0) + 1);
    return found;
  }

  /** The parts of the stretch that no item of any kind holds. */
  free({ from, to }: Stretch): Stretch[] {
    const all = [...this.holders.values()];
    const parts: Stretch[] = [];
    for (let at = from; at < to; at++) {
      if (all.some((holders) => holders[at] >= 0)) continue;
      const last = parts[parts.length - 1];
      if (last?.to === at) last.to++;
      else parts.push({ from: at, to: at + 1 });
    }
    return parts;
  }
}
