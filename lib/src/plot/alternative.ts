import { extent } from 'simple-statistics';
import { formatNumber } from '../formatNumber';

/** The longest alternative text, in characters: a screen reader reads it without a stop. */
const LONGEST = 150;
const LONGEST_NAME = 32;

/** `Line chart: a; b.`, with as many of the findings as fit into an alternative text, and how many there are besides. */
export function seen(kind: string, findings: readonly string[], longest: number = LONGEST): string {
  const start = kind ? `${cut(kind, longest / 2)}: ` : '';
  for (let n = findings.length; n > 0; n--) {
    const rest = n < findings.length ? [`${findings.length - n} more`] : [];
    const text = `${start}${[...findings.slice(0, n), ...rest].join('; ')}.`;
    if (text.length <= longest) return text;
  }
  return findings.length ? `${cut(`${start}${findings[0]}`, longest - 1)}.` : `${cut(kind, longest - 1)}.`;
}

/** The alternative texts of figures side by side as one, each with its share of the room. */
export function seenTogether(texts: readonly string[]): string {
  const places = texts.length === 2 ? ['Left', 'Right'] : ['Left', 'Middle', 'Right'];
  const share = Math.floor((LONGEST + 1) / texts.length) - 1;
  return texts
    .map((text, k) => {
      const [kind, ...findings] = text.slice(0, -1).split('; ');
      return seen('', [`${places[k]}: ${kind[0].toLowerCase()}${kind.slice(1)}`, ...findings], share);
    })
    .join(' ');
}

/** A name, cut to what an alternative text has room for. */
export function brief(name: string): string {
  return cut(name, LONGEST_NAME);
}

/** A number, rounded to what can be read off a figure. */
export function readOff(x: number): string {
  return formatNumber(x, 3);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const start = text.slice(0, longest - 1);
  const end = start.lastIndexOf(' ');
  return `${start.slice(0, end > longest / 2 ? end : undefined).replace(/[\s,:]+$/, '')}…`;
}

/** Less than this part of the height of the figure is seen as no change. */
const FLAT = 0.08;
/** A turn is seen when the line comes back by this part of its own height. */
const TURN = 0.2;

/**
 * The course of a line as it is seen: level, rising, falling, or with its turn.
 *
 * @param height of the figure, in the unit of y
 */
export function trend(x: readonly number[], y: readonly number[], height: number): string {
  const [first, last] = [y[0], y[y.length - 1]];
  if (y.length === 1) return `one point, ${readOff(first)}`;
  const [low, high] = extent(y);
  if (high - low <= FLAT * height)
    return `level near ${readOff(y.reduce((sum, value) => sum + value / y.length, 0))}`;
  const turn = TURN * (high - low);
  const at = (value: number): string => readOff(x[y.indexOf(value)]);
  const isPeak = high - Math.max(first, last) > turn;
  const isDip = Math.min(first, last) - low > turn;
  if (isPeak && isDip) return `goes up and down from ${readOff(low)} to ${readOff(high)}`;
  if (isPeak) return `rises to ${readOff(high)} at ${at(high)}, then falls to ${readOff(last)}`;
  if (isDip) return `falls to ${readOff(low)} at ${at(low)}, then rises to ${readOff(last)}`;
  return `${last > first ? 'rises' : 'falls'} from ${readOff(first)} to ${readOff(last)}`;
}
