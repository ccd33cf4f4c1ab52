/// <reference lib="dom" />
import { unpack } from './content.ts';

/** What plotly and the page's script of figures offer once they are loaded (`binder/figures/main.js`). */
interface Figures {
  draw(host: Element, figure: object): Promise<void>;
  describe(host: Element, figure: object): void;
}

const page = globalThis as { dropoutFigures?: Figures };
let loading: Promise<Figures> | undefined;

function load(): Promise<Figures> {
  loading ??= (async () => {
    const url = URL.createObjectURL(new Blob([await unpack('plotly')], { type: 'text/javascript' }));
    await new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = url;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
    URL.revokeObjectURL(url);
    return page.dropoutFigures!;
  })();
  return loading;
}

/** Figures that wait to be drawn: the newest of each place. */
const waiting = new Map<Element, { figure: object; isNew: boolean }>();
const inSight = new Set<Element>();
let drawing = false;

const sight = new IntersectionObserver(
  entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      sight.unobserve(target);
      inSight.add(target);
    }
    void drawNext();
  },
  { rootMargin: '400px' },
);

/** Draws one figure after the other, with a pause to paint: first what the reader sees. */
async function drawNext(): Promise<void> {
  if (drawing) return;
  drawing = true;
  const { describe, draw } = await load();
  for (;;) {
    const host = [...waiting.keys()].find(one => inSight.has(one)) ?? waiting.keys().next().value;
    if (!host) break;
    const { figure, isNew } = waiting.get(host)!;
    waiting.delete(host);
    if (!host.isConnected) continue;
    if (isNew) describe(host, figure);
    await draw(host, structuredClone(figure));
    (host as HTMLElement).dataset.drawn = '';
    await idle(inSight.size > 0);
  }
  drawing = false;
}

function idle(isUrgent: boolean): Promise<unknown> {
  return new Promise(resolve => {
    if (isUrgent || !('requestIdleCallback' in globalThis)) setTimeout(resolve);
    else requestIdleCallback(resolve, { timeout: 500 });
  });
}

/** Draws a figure into its place, when it comes near the screen or nothing else is to be done. */
export function drawFigure(host: Element, figure: object, isNew: boolean): void {
  waiting.set(host, { figure, isNew });
  sight.observe(host);
}

/** The place of a figure that a cell shows. */
export function figureHost({ layout }: { layout?: { height?: number } }): HTMLElement {
  const host = document.createElement('figure');
  host.className = 'dropout-figure';
  const plot = document.createElement('div');
  plot.className = 'dropout-figure-plot';
  plot.setAttribute('role', 'img');
  plot.style.minHeight = `${layout?.height ?? 450}px`;
  host.append(plot);
  return host;
}
