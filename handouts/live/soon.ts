const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.addEventListener('message', () => waiting.shift()?.());
port1.start();

/** As Node's `setImmediate`: browsers stretch `setTimeout` to 4 ms. */
export function soon(then: () => void): void {
  waiting.push(then);
  port2.postMessage(0);
}
