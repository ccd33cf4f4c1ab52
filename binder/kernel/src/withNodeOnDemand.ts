import type { Converter } from 'tslab/dist/converter';
import { namesNode } from './nodeDeclarations';

/**
 * `converter`, which knows all of Node once a cell may need that.
 *
 * @param readAllOfNode Has it know all of Node; returns false if it did before.
 */
export function withNodeOnDemand(converter: Converter, readAllOfNode: () => boolean): Converter {
  return {
    ...converter,
    convert(declarations, source) {
      if (namesNode(source)) readAllOfNode();
      const result = converter.convert(declarations, source);
      const failsElsewhere = result.diagnostics.some(({ fileName }) => fileName !== undefined);
      return failsElsewhere && readAllOfNode() ? converter.convert(declarations, source) : result;
    },
    inspect(declarations, source, position) {
      if (namesNode(source, position)) readAllOfNode();
      return converter.inspect(declarations, source, position);
    },
    complete(declarations, source, position) {
      if (namesNode(source, position)) readAllOfNode();
      return converter.complete(declarations, source, position);
    },
    addModule(name, source, meta) {
      if (namesNode(source)) readAllOfNode();
      return converter.addModule(name, source, meta);
    },
  };
}
