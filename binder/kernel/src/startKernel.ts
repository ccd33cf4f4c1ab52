import { readFileSync } from 'node:fs';
import type { Router } from 'zeromq';
import { captureOutput } from './captureOutput';
import { installHost } from './installHost';
import { libraryFiles } from './libraryFiles';
import { Kernel } from './Kernel';
import { decodeMessage, encodeMessage, type Content, type Header } from './message';
import { openSockets, type Connection } from './openSockets';
import { UnhandledRejection } from './UnhandledRejection';
import { watchParent } from './watchParent';

/** How long, in ms, nothing must have been asked before the kernel loads compiler and library ahead of the first cell. */
const quiet = 150;

/** Starts the kernel for the connection file that Jupyter wrote. */
export async function startKernel(connectionFile: string): Promise<void> {
  const connection: Connection = JSON.parse(readFileSync(connectionFile, 'utf8'));
  const { shell, control, iopub } = await openSockets(connection);
  const publish = (type: string, content: Content, parent: Header): void =>
    void iopub.send([`kernel.${type}`, ...encodeMessage(type, content, parent, connection.key)]);
  const log = captureOutput((stream, text) => {
    const { cell } = kernel;
    if (cell) cell.print(stream, text);
    else log(text);
  });
  const kernel = new Kernel(publish, log);
  installHost(kernel);
  process.on('SIGINT', () => kernel.interrupt());
  process.on('uncaughtException', error => kernel.fail(error));
  process.on('unhandledRejection', reason => kernel.fail(UnhandledRejection.from(reason)));
  watchParent();

  const warmUp = setTimeout(() => {
    kernel.executor.inspect('0', 0);
    libraryFiles().forEach(file => require(file));
  }, quiet);
  const serve = async (socket: Router): Promise<void> => {
    for await (const frames of socket) {
      if (!kernel.warm) warmUp.refresh();
      try {
        const request = decodeMessage(frames, connection.key);
        kernel.handle(request, (type, content) => {
          const reply = encodeMessage(type, content, request.header, connection.key);
          void socket.send([...request.identities, ...reply]);
        });
        if (request.header.msg_type === 'shutdown_request') setTimeout(() => process.exit(0), 50);
      } catch (error) {
        log(String(error));
      }
    }
  };
  void serve(shell);
  void serve(control);
}
