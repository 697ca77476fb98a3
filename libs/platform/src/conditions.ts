/** The conditions of a list query, gathered one by one. Values only ever travel as parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition; each `?` stands for the next value. */
  add(sql: string, ...values: unknown[]): this {
    let next = 0;
    this.parts.push(sql.replace(/\?/g, () => this.value(values[next++])));
    return this;
  }

  /** Adds the condition when `value` is given. */
  given(value: unknown, sql: string): this {
    return value === undefined || value === null || value === '' ? this : this.add(sql, value);
  }

  /** Conditions of a further query inside the same statement, whose values follow these. */
  following(): Conditions {
    const next = new Conditions();
    next.values.push(...this.values);
    return next;
  }

  /** A placeholder for one more value. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get where(): string {
    return this.parts.length > 0 ? `WHERE ${this.parts.map((part) => `(${part})`).join(' AND ')}` : '';
  }
}
