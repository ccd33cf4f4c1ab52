import { dense, dropout, sequential, type Sequential } from 'dropout-lab';
import type { Training } from './protocol.ts';

/** Section 10's network, dropout after every hidden layer. */
export function network({ rate, width = 64 }: Training): Sequential {
  const hidden = Array.from({ length: 4 }, () => [
    dense({ units: width, activation: 'relu' }),
    ...(rate ? [dropout({ rate })] : []),
  ]);
  return sequential([...hidden.flat(), dense({ units: 1, activation: 'sigmoid' })], { inputDim: 2, seed: 1 });
}
