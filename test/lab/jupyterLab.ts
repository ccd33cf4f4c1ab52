import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../binder/jupyter.mjs';

/** A JupyterLab as `npm start` opens it, with settings of its own, so that the tester's are neither used nor changed. */
export interface JupyterLab {
  /** The address of a notebook, given relative to the clone: in JupyterLab, or in Notebook 7. */
  url(notebook: string, place?: 'lab/tree' | 'notebooks'): string;
  stop(): Promise<void>;
}

export async function startJupyterLab(): Promise<JupyterLab> {
  const home = mkdtempSync(join(tmpdir(), 'dropout-lab-'));
  const folder = (name: string) => {
    mkdirSync(join(home, name));
    return join(home, name);
  };
  const env = {
    ...process.env,
    JUPYTER_CONFIG_DIR: folder('config'),
    JUPYTER_RUNTIME_DIR: folder('runtime'),
    JUPYTERLAB_SETTINGS_DIR: folder('settings'),
    JUPYTERLAB_WORKSPACES_DIR: folder('workspaces'),
  };
  const args = [join(root, 'binder/start.mjs'), '--no-browser', '--port=8931', '--ServerApp.port_retries=50'];
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = new URL(await firstAddress(server));
  return {
    url: (notebook, place = 'lab/tree') => `${address.origin}/${place}/${notebook}${address.search}`,
    stop: async () => {
      const ended = once(server, 'exit');
      // On Windows start.mjs would hear nothing of it, and JupyterLab go on.
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(server.pid), '/t', '/f']);
      else server.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The address with its token, from what Jupyter prints when it is ready. */
function firstAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stderr?.on('data', chunk => {
      printed += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+token=\w+/.exec(printed);
      if (address) resolve(address[0]);
    });
    server.on('exit', () => reject(new Error(`JupyterLab did not start:\n${printed}`)));
  });
}
