import { isPrivateAddress, isPrivateHost } from './private-addresses';

it.each([
  ...[
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
  ],
  ...[
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'fc00::1',
    'ff02::1',
  ],
  // IPv4 in the clothes of IPv6: mapped, NAT64, 6to4, Teredo.
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::1'],
  ...['2001:db8::1', 'not an address', ''],
])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
  '%s is public',
  (address) => expect(isPrivateAddress(address)).toBe(false),
);

it.each([
  ['http://127.0.0.1/', true],
  // Other ways to write loopback, which the URL parser makes one.
  ['http://2130706433/', true],
  ['http://0x7f.1/', true],
  ['http://0177.0.0.1/', true],
  ['http://[::1]:8080/', true],
  ['http://[::ffff:10.0.0.1]/', true],
  ['http://localhost/', true],
  ['http://LOCALHOST./', true],
  ['http://robot.localhost/', true],
  ['http://１２７.0.0.1/', true],
  ['https://qyapi.weixin.qq.com/', false],
  ['https://localhost.example.com/', false],
  ['https://8.8.8.8/', false],
])('%s: %s', (url, expected) => expect(isPrivateHost(new URL(url))).toBe(expected));
