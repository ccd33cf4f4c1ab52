import { quiet } from './quiet';

quiet();

export { dropout, type DropoutOptions } from './dropout';
export { mask } from './mask';
export { glorotUniform, type KerasInitializer } from './glorotUniform';
export { fit, type FitOptions, type History } from './fit';
export { toMatrix, toTensor } from './tensors';
