/** Whether `hour` lies in the quiet hours, whose end is quiet no more; 22 to 7 goes over midnight. */
export const isQuiet = (hour: number, from: number, to: number): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to;
