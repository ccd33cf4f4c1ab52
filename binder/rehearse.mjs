// @ts-check
/*
 * Rehearses what Binder does with this repository, without Docker: `node binder/rehearse.mjs` (ten minutes, 2 GB).
 *
 * repo2docker tells which steps it would take and brings the list of packages of its image. That environment is built
 * from PyPI, the steps are taken in a clone of the last commit (as user 1000, when started by root), JupyterLab is
 * started under a base URL as BinderHub starts it, and notebooks 1, 4 and 10 run. Needs Python 3.12 (`PYTHON`), git, and
 * the network. Not rehearsed: the image's Ubuntu and its conda.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './jupyter.mjs';

const repo2docker = '2026.4.0';
const notebooks = ['01-overview', '04-zero-out-verification', '10-model'];
const baseUrl = '/user/abc-xyz/';

const scratch = mkdtempSync(join(tmpdir(), 'rehearsal-'));
const home = join(scratch, 'home');
const clone = join(home, 'course');
const prefix = join(scratch, 'env');
const user = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
const env = {
  PATH: [join(prefix, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: home,
  NB_PYTHON_PREFIX: prefix,
  npm_config_prefix: join(scratch, 'npm'),
  LC_ALL: 'C.UTF-8',
};
mkdirSync(home);
execFileSync('git', ['clone', '--quiet', root, clone]);
if (user.uid) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, scratch]);

/**
 * Runs a program as Binder's user; its output is shown when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {Promise<string>} what it printed
 */
function run(command, args, cwd = home) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, ...user });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => (printed += text));
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve(printed) : reject(new Error(`${command} ${args.join(' ')}: ${code}\n${printed}`)),
    );
  });
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 */
async function timed(title, work) {
  const begin = performance.now();
  const result = await work();
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`✓ ${title}: ${typeof result === 'string' && result ? `${result}, ` : ''}${seconds} s`);
  return result;
}

/** The packages of repo2docker's image, as pip names them. @param {string} lock */
function pins(lock) {
  const names = {
    'python-fastjsonschema': 'fastjsonschema',
    'jupyterhub-base': 'jupyterhub',
    'nbconvert-core': 'nbconvert',
    'brotli-python': 'Brotli',
  };
  return [...lock.matchAll(/\/([^/]+)-([^-/]+)-py[^-/]*\.(?:conda|tar\.bz2)/g)]
    .filter(([, name]) => !['cpython', 'pip'].includes(name))
    .map(([, name, version]) => `${names[/** @type {'nbconvert-core'} */ (name)] ?? name}==${version}`);
}

const tool = join(scratch, 'repo2docker');
const python = process.env.PYTHON ?? 'python3.12';

const lock = await timed(`repo2docker ${repo2docker} takes the steps rehearsed here`, async () => {
  await run(python, ['-m', 'venv', tool]);
  await run(join(tool, 'bin/pip'), ['install', '--quiet', `jupyter-repo2docker==${repo2docker}`]);
  const args = ['--debug', '--no-build', '--user-id', '1000', '--user-name', 'jovyan', clone];
  const dockerfile = await run(join(tool, 'bin/jupyter-repo2docker'), args);
  for (const line of [
    'pip install --no-cache-dir -r "binder/requirements.txt"',
    'RUN ./binder/postBuild',
    'environment-2epy-2d3-2e12',
  ]) {
    if (!dockerfile.includes(line)) throw new Error(`The Dockerfile lacks \`${line}\`:\n${dockerfile}`);
  }
  const where = 'import repo2docker.buildpacks.conda as it; print(it.__path__[0], end="")';
  const folder = await run(join(tool, 'bin/python'), ['-c', where]);
  return { file: join(folder, 'environment.py-3.12-linux-64.lock') };
});

const pip = join(prefix, 'bin/pip');
await timed('the environment of its image', async () => {
  await run(python, ['-m', 'venv', prefix]);
  const packages = pins(readFileSync(lock.file, 'utf8'));
  await run(pip, ['install', '--quiet', '--no-deps', ...packages]);
  return `${packages.length} packages`;
});
await timed('binder/requirements.txt, after which `pip check` is content', async () => {
  await run(pip, ['install', '--quiet', '--no-cache-dir', '-r', 'binder/requirements.txt'], clone);
  await run(pip, ['check']);
});
await timed('binder/postBuild', async () => {
  await run('./binder/postBuild', [], clone);
  return (await run('du', ['-sm', clone])).replace(/\s[^]*/, ' MB');
});
await timed('JupyterLab under a base URL', async () => {
  const args = [
    '--ip=127.0.0.1',
    '--port=8977',
    '--no-browser',
    `--ServerApp.base_url=${baseUrl}`,
    '--ServerApp.token=secret',
  ];
  const server = spawn(join(prefix, 'bin/jupyter-lab'), args, {
    cwd: clone,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    ...user,
  });
  try {
    const get = (/** @type {string} */ path) => fetch(`http://127.0.0.1:8977${baseUrl}${path}?token=secret`);
    let answer;
    for (let i = 0; i < 120 && !answer; i++)
      answer = await get('api/kernelspecs').catch(() => wait(500, undefined));
    const specs = await answer?.json();
    if (specs?.default !== 'tslab')
      throw new Error(`The default kernel must be tslab. Got ${JSON.stringify(specs)}`);
    for (const path of [
      'kernelspecs/tslab/plotly.min.js',
      'lab/tree/notebooks/00-index.ipynb',
      'notebooks/notebooks/00-index.ipynb',
    ]) {
      const { status } = await get(path);
      if (status !== 200) throw new Error(`${path}: HTTP ${status}`);
    }
  } finally {
    server.kill();
  }
  return 'default kernel tslab, plotly, Lab and Notebook served';
});
for (const name of notebooks) {
  const args = [
    'nbconvert',
    '--to=notebook',
    '--execute',
    '--output-dir',
    scratch,
    `notebooks/${name}.ipynb`,
  ];
  await timed(`${name} runs`, () => run(join(prefix, 'bin/jupyter'), args, clone).then(() => ''));
}
console.log(`Everything lies in ${scratch}; delete it when you have seen enough.`);
