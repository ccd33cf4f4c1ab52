import type { Content } from './message';

/** The content of a kernel_info_reply: how front ends highlight and export the cells. */
export const kernelInfo: Content = {
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'tslab',
  implementation_version: require('tslab/package.json').version,
  language_info: {
    name: 'typescript',
    version: require('@tslab/typescript-for-tslab/package.json').version,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    pygments_lexer: 'typescript',
    codemirror_mode: 'typescript',
    nbconvert_exporter: 'script',
  },
  banner: `TypeScript (tslab), Node.js ${process.version}`,
  help_links: [],
};
