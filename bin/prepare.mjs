// Installs and builds a checkout when needed, runs the tests and the checks. Plain Node: nothing is installed yet when this starts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];
const SERVER = [
  'apps/api',
  'apps/worker',
  'apps/cli',
  'libs',
  'bin/compile-mails.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
];
const WEB = ['apps/web'];

/** Something that a person can put right; told without a stack. */
class Failure extends Error {}

const say = (words) => process.stderr.write(`${words}\n`);
const at = (...path) => join(ROOT, ...path);
const tool = (name) => at('node_modules', '.bin', name);

/** Runs a step; shows its words only when it fails. */
async function step(title, command, args) {
  const begun = Date.now();
  say(`${title}…`);
  const { code, output } = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (status) => resolve({ code: status, output: text }));
  });
  if (code !== 0) throw new Failure(`${title}失败。\n${output.trimEnd().split('\n').slice(-40).join('\n')}`);
  say(`${title}完成（${Math.round((Date.now() - begun) / 1000)} 秒）`);
}

/** A short name for the present state of files and folders: their names, sizes and times of change. */
function stateOf(places) {
  const hash = createHash('sha256').update(process.version);
  const look = (place) => {
    if (!existsSync(at(place)) || place.endsWith('/generated')) return;
    const stat = statSync(at(place));
    if (stat.isDirectory()) for (const name of readdirSync(at(place)).sort()) look(`${place}/${name}`);
    else if (!place.endsWith('openapi.json')) hash.update(`${place} ${stat.size} ${stat.mtimeMs}\n`);
  };
  places.forEach(look);
  return hash.digest('hex');
}

const contentOf = (...files) =>
  createHash('sha256')
    .update(files.map((file) => readFileSync(at(file))).join('\0'))
    .digest('hex');

/** Does `work` unless the stamp says that it was done for this very state. */
async function once(stamp, state, work) {
  if (existsSync(at(stamp)) && readFileSync(at(stamp), 'utf8') === state) return;
  rmSync(at(stamp), { force: true });
  await work();
  mkdirSync(dirname(at(stamp)), { recursive: true });
  writeFileSync(at(stamp), state);
}

async function install() {
  await once('node_modules/.luoshi-installed', contentOf('package.json', 'package-lock.json'), () =>
    step('正在安装依赖（首次约需 1 分钟）', 'npm', ['install', '--no-audit', '--no-fund', '--include=dev']),
  );
}

async function build({ web }) {
  const server = stateOf(SERVER);
  await once('dist/.server-built', server, async () => {
    // Output of removed sources must not live on.
    for (const part of ['apps', 'libs', '.tsbuildinfo']) rmSync(at('dist', part), { recursive: true, force: true });
    await step('正在编译邮件模板', process.execPath, ['bin/compile-mails.mjs']);
    await step('正在编译服务程序', tool('nest'), ['build']);
  });
  if (!web || !existsSync(at('apps/web/vite.config.ts'))) return;
  await once('dist/.web-built', `${server} ${stateOf(WEB)}`, async () => {
    await step('正在生成接口客户端', process.execPath, ['dist/apps/api/src/openapi.js', 'apps/web/openapi.json']);
    await step('正在生成接口类型', tool('openapi-ts'), ['-f', 'apps/web/openapi-ts.config.ts']);
    await step('正在编译网页', tool('vite'), ['build', 'apps/web']);
  });
}

/** Installs and builds what is missing or older than its sources. */
export async function prepare({ web = true } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Failure(`需要 Node ${OLDEST_NODE.join('.')} 或更高版本，现在是 ${process.version}。请升级 Node 后重试。`);
  }
  await withLock(at('.luoshi-preparing'), say, async () => {
    await install();
    await build({ web });
  });
}

/** Runs a command with our own terminal; rejects when it fails. */
async function run(title, command, args) {
  say(`— ${title}`);
  const code = await new Promise((resolve) => {
    spawn(command, args, { cwd: ROOT, stdio: 'inherit' }).once('close', resolve);
  });
  if (code !== 0) throw new Failure(`${title}未通过。`);
}

const NEEDED_BY_TESTS = [
  { program: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', package: 'chromium' },
  { program: '/usr/bin/redis-server', package: 'redis-server' },
];

async function test(args) {
  const missing = NEEDED_BY_TESTS.filter(({ program }) => !existsSync(program)).map((needed) => needed.package);
  if (missing.length > 0) {
    throw new Failure(`测试要用真实的浏览器和 Redis。请先安装：apt-get install -y ${missing.join(' ')} fonts-noto-cjk`);
  }
  await run('测试', process.execPath, [at('node_modules/jest/bin/jest.js'), ...args]);
}

async function check(args) {
  await run('格式', tool('prettier'), ['--check', '--log-level', 'warn', '.']);
  await run('代码规则与分层', tool('eslint'), ['--max-warnings', '0', '.']);
  await run('类型', tool('tsc'), ['-p', 'tsconfig.json', '--noEmit']);
  if (existsSync(at('apps/web/tsconfig.json')))
    await run('网页类型', tool('tsc'), ['-p', 'apps/web/tsconfig.json', '--noEmit']);
  await test(args);
}

async function main([what, ...args]) {
  if (what === 'build' && args.includes('--force')) {
    for (const stamp of ['dist/.server-built', 'dist/.web-built']) rmSync(at(stamp), { force: true });
  }
  await prepare();
  if (what === 'test') await test(args);
  if (what === 'check') await check(args);
}

/** Tells what kept it from going on, and ends with exit code 1. */
export function giveUp(error) {
  say(error instanceof Failure ? error.message : String(error?.stack ?? error));
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2)).catch(giveUp);
