import { expect, test } from 'vitest';
import { KernelClient } from './KernelClient.ts';

// ZeroMQ has no such transport on Windows.
test.skipIf(process.platform === 'win32')(
  'the kernel answers through files where the connection file says `ipc`',
  async () => {
    const client = await KernelClient.start('launcher', { transport: 'ipc' });
    const { reply } = await client.request('kernel_info_request', {}, 'control');
    expect(reply['status']).toBe('ok');
    await client.stop();
  },
);
