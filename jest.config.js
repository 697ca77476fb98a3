const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

// Jest can require() an ES module only on Node >= 24.9. Nest 12 and some of its dependencies ship ES modules only,
// so every ESM-only package is compiled to CommonJS by SWC for tests (cached). The app itself runs on Node's own require(esm).
function esmOnly(dir = join(__dirname, 'node_modules'), names = new Set()) {
  for (const entry of existsSync(dir) ? readdirSync(dir) : []) {
    if (entry.startsWith('.')) continue;
    const packages = entry.startsWith('@') ? readdirSync(join(dir, entry)).map((name) => `${entry}/${name}`) : [entry];
    for (const name of packages) {
      const manifest = join(dir, name, 'package.json');
      if (!existsSync(manifest)) continue;
      if (JSON.parse(readFileSync(manifest, 'utf8')).type === 'module') names.add(name);
      esmOnly(join(dir, name, 'node_modules'), names);
    }
  }
  return names;
}
// @fastify/cookie is CommonJS but loads an ES module by import(), which Jest cannot do either.
const esm = [...esmOnly(), '@fastify/cookie'].map((name) => name.replace(/[.+]/g, '\\$&')).join('|');
const swc = { ...JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8')), swcrc: false };

/** @type {import('jest').Config} */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: { '^#([^/]+)/(.*)$': '<rootDir>/libs/$1/src/$2' },
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(?:${esm})/)`],
};
const database = {
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.js'],
  globalSetup: '<rootDir>/test/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.mjs',
};

module.exports = {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts'] },
    { ...common, ...database, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.spec.ts'] },
    { ...common, ...database, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
