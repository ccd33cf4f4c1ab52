import { describe, expect, test } from 'vitest';
import { ExecutionQueue } from '../../binder/kernel/src/ExecutionQueue.ts';
import type { Message } from '../../binder/kernel/src/message.ts';

function request(msg_id: string, session = 'one', date = new Date()): Message {
  const header = {
    msg_id,
    msg_type: 'execute_request',
    session,
    username: '',
    date: date.toISOString(),
    version: '5.3',
  };
  return { identities: [], header, parent: {}, content: {} };
}

function queue(fails: string) {
  const log: string[] = [];
  const subject = new ExecutionQueue(
    async ({ header }) => {
      await new Promise(resolve => setTimeout(resolve, 20));
      return { reply: () => log.push(`${header.msg_id} done`), abortsQueued: header.msg_id === fails };
    },
    ({ header }) => log.push(`${header.msg_id} aborted`),
  );
  const finished = async (count: number): Promise<string[]> => {
    while (log.length < count) await new Promise(resolve => setTimeout(resolve, 5));
    return log;
  };
  return { subject, finished };
}

describe('ExecutionQueue', () => {
  test('aborts what was sent before the failure was known but came after it', async () => {
    const { subject, finished } = queue('a');
    const early = new Date();
    subject.add(request('a'));
    await finished(1);
    subject.add(request('b', 'one', early));
    subject.add(request('c', 'one', new Date(Date.now() + 1)));
    expect(await finished(3)).toEqual(['a done', 'b aborted', 'c done']);
  });

  test('does so by the clock of the client, however wrong, and for that client only', async () => {
    const { subject, finished } = queue('a');
    const sent = Date.now() - 3_600_000;
    subject.add(request('a', 'one', new Date(sent)));
    await finished(1);
    subject.add(request('b', 'one', new Date(sent + 5)));
    subject.add(request('c', 'two', new Date(sent + 5)));
    subject.add(request('d', 'one', new Date(sent + 1000)));
    expect(await finished(4)).toEqual(['a done', 'b aborted', 'c done', 'd done']);
  });
});
