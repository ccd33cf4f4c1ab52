import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { jupyter, root } from '../binder/jupyter.mjs';
import type { Notebook } from './notebook.ts';

interface Waiting {
  resolve(html: string): void;
  reject(error: Error): void;
}

type Converter = (notebook: Notebook) => Promise<string>;

let started: Converter | undefined;

/**
 * The notebook as HTML, by nbconvert with the project's template. One Python converts all pages of this process, and
 * ends with it.
 */
export function nbconvert(notebook: Notebook): Promise<string> {
  started ??= start();
  return started(notebook);
}

function start(): Converter {
  const { python, env } = jupyter();
  const child = spawn(python, [`${root}handouts/convert.py`, `${root}handouts`], {
    env: { ...env, JUPYTER_NO_CONFIG: '1' },
  });
  const waiting: Waiting[] = [];
  let complaint = '';
  /** This process stays for a page that is being made, and for nothing else. */
  const keepAlive = (hold: 'ref' | 'unref') => {
    for (const part of [child, child.stdin, child.stdout, child.stderr]) (part as Socket)[hold]();
  };
  const fail = (error: Error) => {
    started = undefined;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  child.on('error', fail).on('close', () => fail(new Error(`nbconvert failed:\n${complaint.trim()}`)));
  child.stdin.on('error', () => {}); // it has ended, which `close` tells
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  createInterface(child.stdout).on('line', line => {
    const { html, error } = JSON.parse(line) as { html?: string; error: string };
    const { resolve, reject } = waiting.shift()!;
    if (html === undefined) reject(new Error(`nbconvert failed:\n${error.trim()}`));
    else resolve(html);
    if (waiting.length === 0) keepAlive('unref');
  });
  return notebook =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      keepAlive('ref');
      child.stdin.write(`${JSON.stringify(notebook)}\n`);
    });
}
