/// <reference lib="dom" />

/*
 * Unpacks and starts what makes this page run: the one script that stands in the page as it is. Where a browser cannot
 * unpack, the page is to read.
 */
async function unpack(id: string): Promise<string> {
  const packed = atob(document.getElementById(id)!.textContent);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function boot(): Promise<void> {
  Object.assign(globalThis, { dropoutLab: { unpack } });
  const script = document.createElement('script');
  script.src = URL.createObjectURL(new Blob([await unpack('live-page')], { type: 'text/javascript' }));
  document.head.append(script);
}

if (typeof DecompressionStream !== 'undefined') void boot();
