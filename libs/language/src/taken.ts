/** Which characters of a text have been read already. Looking costs no more for a text with many findings. */
export class Taken {
  private marks: Uint8Array | null = null;

  constructor(private readonly length: number) {}

  free(start: number, end: number): boolean {
    if (this.marks === null) return true;
    // Findings are short; the two ends and the characters between them are few.
    for (let at = start; at < end; at++) if (this.marks[at] === 1) return false;
    return true;
  }

  take(start: number, end: number): void {
    this.marks ??= new Uint8Array(this.length);
    this.marks.fill(1, start, end);
  }
}
