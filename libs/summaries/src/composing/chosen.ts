/** Keeps the `most` weightiest of what passes by, and the number of all: memory does not grow with it. */
export class Chosen<T> {
  private readonly kept: { value: T; weight: number; place: number }[] = [];
  seen = 0;

  constructor(private readonly most: number) {}

  /** Of equal weight, what came first is kept. */
  add(weight: number, value: () => T): void {
    const place = this.seen++;
    const last = this.kept.at(-1);
    if (this.kept.length === this.most && last && last.weight >= weight) return;
    const at = this.kept.findIndex((other) => other.weight < weight);
    this.kept.splice(at < 0 ? this.kept.length : at, 0, { value: value(), weight, place });
    if (this.kept.length > this.most) this.kept.pop();
  }

  get values(): T[] {
    return this.kept.map(({ value }) => value);
  }
}
