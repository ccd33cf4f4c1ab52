// @ts-nocheck: written in JavaScript's own terms, because nothing is built here.
// A module-federation container written by hand: JupyterLab calls init, then get.
(() => {
  const MIME = 'application/vnd.plotly.v1+json';
  let shared;
  let library;

  /** Plotly and the page's script, from the kernelspec folder: loaded once, however many figures ask. */
  const load = () =>
    (library ??= new Promise((resolve, reject) => {
      if (window.dropoutFigures?.draw) return resolve();
      const { baseUrl } = JSON.parse(document.getElementById('jupyter-config-data').textContent);
      const script = document.createElement('script');
      script.src = `${baseUrl}kernelspecs/tslab/plotly.min.js`;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => {
        library = undefined;
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
        try {
          await load();
          await this.attached;
          window.dropoutFigures.describe(this.host, figure);
          await window.dropoutFigures.draw(this.host, figure);
        } catch (error) {
          this.plot.textContent = `${figure.alt ?? ''} (${error.message})`;
        }
      }

      dispose() {
        window.Plotly?.purge(this.plot);
        super.dispose();
      }
    }
    return {
      id: 'dropout-lab-figures:renderer',
      rendererFactory: { safe: true, mimeTypes: [MIME], createRenderer: () => new FigureWidget() },
      rank: 0,
      dataType: 'json',
    };
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
