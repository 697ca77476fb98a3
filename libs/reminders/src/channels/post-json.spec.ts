import dns, { type LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postJson, PostFailure } from './post-json';

let server: Server;
let connections = 0;
beforeAll(async () => {
  // It takes what comes and never answers.
  server = createServer(() => undefined).on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const at = (host: string) => new URL(`http://${host}:${(server.address() as AddressInfo).port}/`);
const failureOf = async (sent: Promise<unknown>): Promise<PostFailure> => {
  const error = await sent.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PostFailure)) throw new Error(`no PostFailure: ${String(error)}`);
  return error;
};

/** What the DNS says of every name. */
function resolvesTo(...addresses: string[]): jest.SpyInstance {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  type Done = (error: null, found: LookupAddress[]) => void;
  const lookup = (_host: string, _options: object, done: Done) => setImmediate(done, null, found);
  return jest.spyOn(dns, 'lookup').mockImplementation(lookup as never);
}

it.each([[['127.0.0.1']], [['::1']], [['8.8.8.8', '127.0.0.1']], [['169.254.169.254']], [['::ffff:127.0.0.1']]])(
  'refuses a public name that leads to %j, without a connection',
  async (addresses) => {
    const lookup = resolvesTo(...addresses);
    const before = connections;
    const failure = await failureOf(postJson(at('robot.example.com'), '{}', false));
    expect(failure).toMatchObject({
      certain: true,
      message: expect.stringContaining('WEBHOOK_ALLOW_PRIVATE') as string,
    });
    // Asked once, for the connection itself: nothing was resolved beforehand that could be another thing by then.
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(connections).toBe(before);
  },
);

it('gives up waiting, and then knows nothing', async () => {
  const before = connections;
  expect(await failureOf(postJson(at('127.0.0.1'), '{}', true, 50))).toMatchObject({
    ...{ certain: false, message: '对方很久没有答复' },
  });
  expect(connections).toBe(before + 1);
});

it('knows that nothing arrived where nobody listens', async () => {
  const failure = await failureOf(postJson(new URL('http://127.0.0.1:1/'), '{}', true));
  expect(failure).toMatchObject({ certain: true, message: expect.stringContaining('拒绝连接') as string });
});
