/** Something read out of a text: where it stands and whether the reading is certain. Offsets are UTF-16 code units. */
export interface Found<T> {
  value: T;
  text: string;
  start: number;
  end: number;
  certain: boolean;
}
