/** The modules that a cell can import, by name; each is evaluated when it is first asked for. */
export type Modules = Readonly<Record<string, () => Promise<object>>>;

export const modules: Modules = {
  'dropout-lab': () => import('dropout-lab'),
  'dropout-lab/course': () => import('dropout-lab/course'),
  'dropout-lab/data': () => import('dropout-lab/data'),
  'dropout-lab/engine': () => import('dropout-lab/engine'),
  'dropout-lab/experiment': () => import('dropout-lab/experiment'),
  'dropout-lab/notebook': () => import('dropout-lab/notebook'),
  'dropout-lab/numpy': () => import('dropout-lab/numpy'),
  'dropout-lab/plot': () => import('dropout-lab/plot'),
  'dropout-lab/stats': () => import('dropout-lab/stats'),
  'dropout-lab/theory': () => import('dropout-lab/theory'),
};
