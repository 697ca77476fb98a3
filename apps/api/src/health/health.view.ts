export const CONDITIONS = ['ok', 'failing'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Whether this process can work; 503 when it cannot. */
export class Health {
  status: Condition;
  database: Condition;
  queue: Condition;
}
