import { expect, test } from 'vitest';
import { decodeMessage, encodeMessage, type Content } from '../../binder/kernel/src/message.ts';

const transmitted = (content: Content): Content => {
  const frames = encodeMessage('stream', content, undefined, 'key').map(frame => Buffer.from(frame));
  return decodeMessage([...frames, Buffer.from([255, 0])], 'key').content;
};

test('half of a surrogate pair arrives as U+FFFD, in keys too; everything else as it was', () => {
  const text = 'a\\ud83d "\\\\" \n\u2028 ü 😀';
  expect(transmitted({ [`${text}\ud83d`]: [`\ude00${text}`, { deep: '\\\ud83d\ud83d😀' }] })).toEqual({
    [`${text}\ufffd`]: [`\ufffd${text}`, { deep: '\\\ufffd\ufffd😀' }],
  });
});
