import type { Content } from './message';

/** The one session that this process knows: its own. Requests call it 0 or by its number. */
const session = 1;

interface Entry {
  line: number;
  input: string;
  output: string | null;
}

/** The cells of this session, for the history request: a console's arrow keys, its search. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string, output: string | null): void {
    this.#entries.push({ line, input, output });
  }

  /** The content of the answer to a history request. */
  answer(request: Content): Content {
    const found = this.#find(request);
    const history = found.map(({ line, input, output }) => [
      session,
      line,
      request['output'] === true ? [input, output] : input,
    ]);
    return { status: 'ok', history };
  }

  #find({ hist_access_type: kind, n, start, stop, session: wanted, pattern, unique }: Content): Entry[] {
    const latest = (entries: Entry[]): Entry[] => (typeof n === 'number' ? entries.slice(-n) : entries);
    if (kind === 'tail') return latest(this.#entries);
    if (kind === 'range') {
      if (wanted !== undefined && wanted !== 0 && wanted !== session) return [];
      const [from, to] = [Number(start ?? 0), Number(stop ?? Infinity)];
      return this.#entries.filter(({ line }) => line >= from && line < to);
    }
    const matches = this.#entries.filter(({ input }) => glob(String(pattern ?? '*')).test(input));
    const isLast = ({ input }: Entry, at: number): boolean =>
      !matches.slice(at + 1).some(later => later.input === input);
    return latest(unique === true ? matches.filter(isLast) : matches);
  }
}

/** `*` stands for any characters, `?` for one. */
function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`, 'u');
}
