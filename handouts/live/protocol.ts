/** What the page and its workers say to each other. */

/** An output as a notebook stores it, without what differs from run to run. */
export type CellOutput =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string }
  | { output_type: 'display_data' | 'execute_result'; data: Record<string, unknown> }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** The names of each module that are types only: an import of them leaves nothing. */
export type TypeNames = Readonly<Record<string, readonly string[]>>;

/** One cell to run. */
export interface RunRequest {
  /** Counts the runs of a worker. */
  run: number;
  /** How errors call the cell: `cell 5`. */
  label: string;
  source: string;
}

export type ToWorker =
  | { type: 'start'; seed?: string; types: TypeNames }
  | ({ type: 'run' } & RunRequest)
  | { type: 'stop' }
  | { type: 'tasks' | 'play'; port: MessagePort };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'output'; run: number; output: CellOutput; id?: string }
  | { type: 'update'; data: Record<string, unknown>; id: string }
  | { type: 'done'; run: number; status: 'ok' | 'error' | 'stopped' }
  | { type: 'openPool'; ports: MessagePort[] }
  | { type: 'closePool' };

/** A task of a sweep, and its answer. */
export interface TaskRequest {
  id: number;
  task: object;
}
export type TaskAnswer = { id: number; result: unknown } | { id: number; error: unknown };
