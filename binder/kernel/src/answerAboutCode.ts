import type { QuickInfo } from '@tslab/typescript-for-tslab';
import type { Executor } from 'tslab/dist/executor';
import { completeModule } from './completeModule';
import { completeness, indentAfter } from './completeness';
import type { Content } from './message';

/** The requests that ask about code without running it. */
export type Question = 'is_complete_request' | 'complete_request' | 'inspect_request';

/** Whether a message of type `type` is such a request. */
export function isQuestion(type: string): type is Question {
  return ['is_complete_request', 'complete_request', 'inspect_request'].includes(type);
}

/** Answers what a front end asks about code; `executor` is loaded where it is needed. Jupyter counts characters, TypeScript UTF-16 units. */
export function answerAboutCode(type: Question, content: Content, executor: () => Executor): Content {
  const code = String(content['code']);
  if (type === 'is_complete_request') {
    const status = completeness(code);
    return status === 'incomplete' ? { status, indent: indentAfter(code) } : { status };
  }
  const cursor = [...code].slice(0, Number(content['cursor_pos'])).join('').length;
  if (type === 'inspect_request')
    return { status: 'ok', metadata: {}, ...documentation(executor().inspect(code, cursor)) };
  const { start, end, candidates } =
    completeModule(code, cursor, process.cwd()) ?? executor().complete(code, cursor);
  const characters = (units: number): number => Array.from(code.slice(0, units)).length;
  const range = { cursor_start: characters(start), cursor_end: characters(end) };
  return { status: 'ok', metadata: {}, matches: candidates, ...range };
}

/** A signature and its docstring, as Markdown for the tooltip of JupyterLab and as plain text. */
function documentation(info: QuickInfo | undefined): Content {
  if (!info) return { found: false, data: {} };
  const join = (parts: { text: string }[] = []): string => parts.map(({ text }) => text).join('');
  const signature = join(info.displayParts).replace(/^\(alias\) |\nimport .*$/g, '');
  const tags = (info.tags ?? []).map(({ name, text }) => ({ name, text: join(text) }));
  const paragraphs = [join(info.documentation), ...tags.map(({ name, text }) => `@${name} ${text}`)];
  const markdown = [
    fence(signature),
    join(info.documentation),
    ...tags.map(({ name, text }) => (name === 'example' ? fence(text) : `*${name}* ${text}`)),
  ];
  const text = (blocks: string[]): string => blocks.filter(block => block !== '').join('\n\n');
  return {
    found: true,
    data: { 'text/plain': text([signature, ...paragraphs]), 'text/markdown': text(markdown) },
  };
}

function fence(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}
