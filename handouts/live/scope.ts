/**
 * What a worker has, under names that cells may take for their own: a cell that declares `postMessage` or `location`
 * does not take the worker's away.
 */
interface WorkerScope {
  postMessage: (message: unknown, transfer?: Transferable[]) => void;
  importScripts: (url: string) => void;
  addEventListener: (type: string, listener: (event: any) => void) => void;
}

const scope = globalThis as unknown as WorkerScope;

export const post: WorkerScope['postMessage'] = scope.postMessage.bind(scope);
export const importScripts: WorkerScope['importScripts'] = scope.importScripts.bind(scope);
export const on: WorkerScope['addEventListener'] = scope.addEventListener.bind(scope);
export const later: (then: () => void, delay?: number) => unknown = setTimeout.bind(globalThis);
export const now: () => number = performance.now.bind(performance);
export const cores: number = navigator.hardwareConcurrency || 2;
