/** Lets tasks run one after the other, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.last.then(task);
    // The next one comes also after a failure, which the caller of this one hears of.
    this.last = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }
}
