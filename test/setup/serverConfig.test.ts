import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installServerConfig } from '../../binder/serverConfig.mjs';

test('a shared Jupyter keeps its own settings and gets the course’s kernel and an end for idle kernels', () => {
  const prefix = mkdtempSync(join(tmpdir(), 'prefix-'));
  const file = join(prefix, 'etc/jupyter/jupyter_server_config.json');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '{"MappingKernelManager": {"root_dir": "/x"}, "ServerApp": {"port": 1}}');
  installServerConfig(join(prefix, 'share/jupyter'));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    MultiKernelManager: { default_kernel_name: 'tslab' },
    MappingKernelManager: {
      root_dir: '/x',
      cull_idle_timeout: 1800,
      cull_interval: 120,
      cull_connected: true,
    },
    ServerApp: { port: 1 },
  });
});
