// @ts-nocheck: written in JavaScript's own terms, because nothing is built here.
// A module-federation container written by hand: JupyterLab calls init, then get.
(() => {
  const MIME = 'application/vnd.plotly.v1+json';
  const PLAYGROUND = 'application/vnd.dropout-lab.playground+json';
  const libraries = {};
  let shared;

  /** A script from the kernelspec folder: loaded once, however many outputs ask, unless the page has it already. */
  const load = (file, isThere) =>
    (libraries[file] ??= new Promise((resolve, reject) => {
      if (isThere()) return resolve();
      const { baseUrl } = JSON.parse(document.getElementById('jupyter-config-data').textContent);
      const script = document.createElement('script');
      script.src = `${baseUrl}kernelspecs/tslab/${file}`;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => {
        delete libraries[file];
        reject(new Error(`${script.src} could not be loaded: run npm run setup, then reload the page.`));
      });
      document.head.append(script);
    }));

  const makeExtension = Widget => {
    class FigureWidget extends Widget {
      constructor() {
        super();
        this.host = document.createElement('figure');
        this.host.className = 'dropout-figure';
        this.plot = document.createElement('div');
        this.plot.className = 'dropout-figure-plot';
        this.plot.setAttribute('role', 'img');
        this.host.append(this.plot);
        this.node.append(this.host);
        this.attached = new Promise(resolve => (this.onAfterAttach = resolve));
      }

      async renderModel(model) {
        const figure = structuredClone(model.data[MIME]);
        const json = JSON.stringify(figure);
        if (json === this.drawn) return; // asked by its own picture
        this.drawn = json;
        try {
          await load('plotly.min.js', () => window.dropoutFigures?.draw);
          await this.attached;
          window.dropoutFigures.describe(this.host, figure);
          await window.dropoutFigures.draw(this.host, figure);
          if (model.trusted) await this.keepPicture(model);
        } catch (error) {
          this.plot.textContent = `${figure.alt ?? ''} (${error.message})`;
        }
      }

      /** In the output, so that whoever exports or reads the saved notebook without a script sees the figure. */
      async keepPicture(model) {
        const html = [model.data['text/html'] ?? ''].flat().join('');
        const withPicture = await window.dropoutFigures.keepPicture(html, this.plot);
        if (withPicture !== html) model.setData({ data: { ...model.data, 'text/html': withPicture } });
      }

      dispose() {
        window.Plotly?.purge(this.plot);
        super.dispose();
      }
    }
    class PlaygroundWidget extends Widget {
      async renderModel(model) {
        try {
          await load('playground.min.js', () => window.dropoutPlayground);
          window.dropoutPlayground(this.node, structuredClone(model.data[PLAYGROUND]));
        } catch (error) {
          this.node.textContent = `${model.data['text/plain'] ?? ''} (${error.message})`;
        }
      }
    }
    const renderer = (id, mimeType, createRenderer) => ({
      id: `dropout-lab-figures:${id}`,
      rendererFactory: { safe: true, mimeTypes: [mimeType], createRenderer },
      rank: 0,
      dataType: 'json',
    });
    return [
      renderer('renderer', MIME, () => new FigureWidget()),
      renderer('playground', PLAYGROUND, () => new PlaygroundWidget()),
    ];
  };

  // oxlint-disable-next-line no-underscore-dangle -- the name is JupyterLab's
  (window._JUPYTERLAB ??= {})['dropout-lab-figures'] = {
    init: scope => {
      shared = scope;
    },
    get: async () => {
      const { Widget } = (await Object.values(shared['@lumino/widgets'])[0].get())();
      return () => ({ __esModule: true, default: makeExtension(Widget) });
    },
  };
})();
