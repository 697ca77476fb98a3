export class RateLine {
  /** The unit, or the category; null for the whole and for what has no category. */
  id: string | null;
  name: string;
  /** Problems that are not withdrawn. */
  total: number;
  closed: number;
  /** 整改率 in percent, one decimal; null when there is no problem. */
  percent: number | null;
}

export class RectificationRate {
  /** How `percent` is reckoned. */
  formula: string;
  whole: RateLine;
  byUnit: RateLine[];
  byCategory: RateLine[];
}
