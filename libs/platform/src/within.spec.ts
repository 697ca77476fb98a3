import { TookTooLong, within } from './within';

it('gives what came in time', async () => expect(await within(10_000, Promise.resolve(7))).toBe(7));

it('passes a failure on', async () =>
  expect(within(10_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused'));

it('does not wait for what never comes', async () =>
  expect(within(1, new Promise(() => undefined))).rejects.toThrow(TookTooLong));
