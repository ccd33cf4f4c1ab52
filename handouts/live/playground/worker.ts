import { servePlayground } from './servePlayground.ts';

// Its first message brings a port for each playground.
addEventListener('message', ({ data }: MessageEvent<MessagePort>) => servePlayground(data));
