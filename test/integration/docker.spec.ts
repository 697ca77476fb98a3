import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SETTINGS } from '../../libs/platform/src/settings';

const COMPOSE = join(__dirname, '..', '..', 'docker', 'compose.yml');
const client = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });

interface Service {
  environment?: Record<string, string>;
  command?: string[];
}

const known = Object.values(SETTINGS).map(({ variable }) => variable);

function check(services: Record<string, Service>): void {
  expect(Object.keys(services).sort()).toEqual(['api', 'mail', 'migrate', 'postgres', 'redis', 'worker']);
  expect(services.worker.command).toEqual(['start', '--role', 'worker']);
  for (const name of ['api', 'worker', 'migrate']) {
    expect(known).toEqual(expect.arrayContaining(Object.keys(services[name].environment ?? {})));
  }
}

describe('docker/compose.yml', () => {
  it('has every service, with settings that Luoshi reads', () => {
    const { services } = parse(readFileSync(COMPOSE, 'utf8'), { merge: true }) as { services: Record<string, Service> };
    check(services);
  });

  if (client.status !== 0) console.info('没有 docker compose 客户端：compose.yml 只按 YAML 检查。');
  else {
    it('is what docker compose understands', () => {
      const json = execFileSync('docker', ['compose', '-f', COMPOSE, 'config', '--format', 'json'], {
        encoding: 'utf8',
      });
      check((JSON.parse(json) as { services: Record<string, Service> }).services);
    });
  }
});
