/** More findings than these are looked up in a table. */
const FEW = 8;

/** Which characters of a text have been read already. Looking costs no more for a text with many findings. */
export class Taken {
  /** Start and end of each finding, as long as they are few: most texts have one or none. */
  private readonly few: number[] = [];
  private marks: Uint8Array | null = null;

  constructor(private readonly length: number) {}

  free(start: number, end: number): boolean {
    if (this.marks === null) {
      for (let at = 0; at < this.few.length; at += 2) if (start < this.few[at + 1] && this.few[at] < end) return false;
      return true;
    }
    // Findings are short; the two ends and the characters between them are few.
    for (let at = start; at < end; at++) if (this.marks[at] === 1) return false;
    return true;
  }

  take(start: number, end: number): void {
    if (this.marks === null && this.few.length < FEW * 2) {
      this.few.push(start, end);
      return;
    }
    if (this.marks === null) {
      this.marks = new Uint8Array(this.length);
      for (let at = 0; at < this.few.length; at += 2) this.marks.fill(1, this.few[at], this.few[at + 1]);
    }
    this.marks.fill(1, start, end);
  }
}
