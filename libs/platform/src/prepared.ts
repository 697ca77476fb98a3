import { Client } from 'pg';

const names = new Map<string, string>();

/**
 * Has each connection parse and plan a statement once, not every time: planning what reads a few rows by their keys takes
 * longer than reading them. Only for statements whose best plan does not depend on the values. Returns the statement.
 */
export function prepared(sql: string): string {
  if (!names.has(sql)) names.set(sql, `luoshi_${names.size}`);
  return sql;
}

/** The client of pg, which runs what is `prepared` under its name. */
export class PreparingClient extends Client {}

const query = Client.prototype.query as (this: Client, ...args: unknown[]) => unknown;

PreparingClient.prototype.query = function (this: Client, text: unknown, values: unknown, ...rest: unknown[]) {
  const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
  return name === undefined
    ? query.call(this, text, values, ...rest)
    : query.call(this, { name, text, values }, ...rest);
} as typeof Client.prototype.query;
