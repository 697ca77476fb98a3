import { rmSync } from 'node:fs';

export default async function teardown() {
  const { cluster, folder } = globalThis.__CLUSTER__ ?? {};
  await cluster?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}
