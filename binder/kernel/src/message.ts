import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

const delimiter = Buffer.from('<IDS|MSG>');

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

export type Content = Record<string, unknown>;

/** A message of the Jupyter protocol 5.3, with the ZeroMQ identities that lead back to its sender. */
export interface Message {
  identities: Buffer[];
  header: Header;
  /** The header of the request that this answers or reports on. */
  parent: Partial<Header>;
  content: Content;
}

/**
 * Reads a message from its frames: identities, delimiter, signature, header, parent header, metadata, content. Buffers
 * may follow, which the signature leaves out and no request of this kernel uses.
 *
 * @throws Error when the delimiter is missing or the signature is not the one `key` gives.
 */
export function decodeMessage(frames: Buffer[], key: string): Message {
  const end = frames.findIndex(frame => frame.equals(delimiter));
  if (end < 0) throw new Error('message without a delimiter');
  const [signature, ...parts] = frames.slice(end + 1, end + 6);
  const expected = Buffer.from(sign(parts, key));
  if (signature?.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new Error('message with a wrong signature');
  }
  const [header, parent, , content] = parts.map(part => JSON.parse(String(part)));
  return { identities: frames.slice(0, end), header, parent, content };
}

/** The frames of a message of type `type` that answers, or reports on, `parent`. */
export function encodeMessage(
  type: string,
  content: Content,
  parent: Header | undefined,
  key: string,
): (Buffer | string)[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: 'kernel',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, parent ?? {}, {}, content].map(json);
  return [delimiter, sign(parts, key), ...parts];
}

const session = randomUUID();

const lone = /\\ud[89a-f]/;
const escape = /\\(?:ud[89a-f]..|.)/g;

/**
 * `part` as JSON that is valid Unicode. JSON.stringify escapes half of a surrogate pair, as "😀"[0], to `\ud83d`; Python
 * reads that and then cannot write it to a file: the notebook could not be saved. It becomes U+FFFD.
 */
function json(part: unknown): string {
  const text = JSON.stringify(part);
  return lone.test(text) ? text.replace(escape, found => (found.length > 2 ? '\\ufffd' : found)) : text;
}

function sign(parts: (Buffer | string)[], key: string): string {
  if (key === '') return '';
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}
