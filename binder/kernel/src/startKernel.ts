import { readFileSync } from 'node:fs';
import type { Router } from 'zeromq';
import { captureOutput } from './captureOutput';
import { collectGarbage } from './collectGarbage';
import { createPublisher } from './createPublisher';
import { installConsole } from './installConsole';
import { installHost } from './installHost';
import { installInput } from './installInput';
import { libraryFiles } from './libraryFiles';
import { Kernel } from './Kernel';
import { keepListeners } from './keepListeners';
import { decodeMessage, encodeMessage } from './message';
import { address, openSockets, type Connection } from './openSockets';
import { Questions } from './Questions';
import { watchInterrupts } from './sigint';
import { setTimeout } from './timers';
import { UnhandledRejection } from './UnhandledRejection';
import { watchParent } from './watchParent';

/** How long, in ms, nothing must have been asked before the kernel loads compiler and library ahead of the first cell. */
const quiet = 150;

/** How long, in ms, nothing must have been asked before the kernel gives memory back: its notebook is being read. */
const rest = 3000;

/** Starts the kernel for the connection file that Jupyter wrote. */
export async function startKernel(connectionFile: string): Promise<void> {
  const connection: Connection = JSON.parse(readFileSync(connectionFile, 'utf8'));
  watchInterrupts();
  const { shell, control, iopub, stdin } = await openSockets(connection);
  const log = captureOutput((stream, text) => {
    const { cell } = kernel;
    if (cell) cell.print(stream, text);
    else log(text);
  });
  const kernel = new Kernel(createPublisher(iopub, connection.key), log);
  installHost(kernel);
  const questions = new Questions(stdin, address(connection, connection.stdin_port), connection.key);
  installInput(kernel, questions);
  installConsole(() => kernel.cell);
  const own = kernel.own.bind(kernel);
  const listeners = {
    uncaughtException: (error: unknown) => own(() => kernel.fail(error)),
    unhandledRejection: (reason: unknown) => own(() => kernel.fail(UnhandledRejection.from(reason))),
  };
  keepListeners(listeners, own);
  watchParent();

  // One after the other, so that what is asked in the meantime need not wait for all of them.
  const ahead = [
    () => kernel.executor,
    () => kernel.executor.inspect('0', 0),
    () => libraryFiles().forEach(file => require(file)),
  ];
  const warmUp = setTimeout(() => {
    own(() => void ahead.shift()?.());
    if (ahead.length > 0) warmUp.refresh();
  }, quiet);
  const cleanUp = setTimeout(() => {
    if (kernel.runs) cleanUp.refresh();
    else own(collectGarbage);
  }, rest);
  const end = async (): Promise<void> => {
    await questions.close();
    process.exit(0);
  };
  const answer = (socket: Router, frames: Buffer[]): void => {
    const request = decodeMessage(frames, connection.key);
    kernel.handle(request, (type, content) => {
      const reply = encodeMessage(type, content, request.header, connection.key);
      void socket.send([...request.identities, ...reply]);
    });
    if (request.header.msg_type === 'shutdown_request') setTimeout(() => void end(), 50);
  };
  const serve = async (socket: Router): Promise<void> => {
    for await (const frames of socket) {
      if (!kernel.warm) warmUp.refresh();
      cleanUp.refresh();
      try {
        kernel.own(() => answer(socket, frames));
      } catch (error) {
        log(String(error));
      }
    }
  };
  void serve(shell);
  void serve(control);
}
