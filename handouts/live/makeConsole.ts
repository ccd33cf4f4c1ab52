import { format, inspect } from 'node-inspect-extracted';
import { now } from './scope.ts';

type Print = (stream: 'stdout' | 'stderr', text: string) => void;

/** Node's console: the same text for the same values. */
export function makeConsole(print: Print): Record<string, (...values: any[]) => void> {
  let indent = '';
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const line = (stream: 'stdout' | 'stderr', text: string) =>
    print(stream, `${indent}${indent ? text.replaceAll('\n', `\n${indent}`) : text}\n`);
  const out = (...values: unknown[]) => line('stdout', format(...values));
  const err = (...values: unknown[]) => line('stderr', format(...values));
  const group = (...values: unknown[]) => {
    if (values.length) out(...values);
    indent += '  ';
  };
  const time = (label: string) => `${(now() - (timers.get(label) ?? NaN)).toFixed(3)}ms`;
  return {
    log: out,
    info: out,
    debug: out,
    warn: err,
    error: err,
    trace: (...values) => err(`Trace: ${format(...values)}`),
    dir: (value, options) => line('stdout', inspect(value, { customInspect: false, ...options })),
    table: value => out(value),
    assert: (holds, ...values) => {
      if (!holds) err(`Assertion failed${values.length ? `: ${format(...values)}` : ''}`);
    },
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      out(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => void counts.delete(label),
    group,
    groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
    time: (label = 'default') => void timers.set(label, now()),
    timeLog: (label = 'default', ...values) => out(`${label}: ${time(label)}`, ...values),
    timeEnd: (label = 'default') => {
      out(`${label}: ${time(label)}`);
      timers.delete(label);
    },
  };
}
