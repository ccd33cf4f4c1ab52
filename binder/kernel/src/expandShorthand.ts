import type * as TypeScript from '@tslab/typescript-for-tslab';

/**
 * Makes `{ rate }` mean `{ rate: rate }` where `rate` is a variable of an earlier cell. tslab reads such variables from
 * its exports and rewrites every name but this shorthand, which would end in a ReferenceError.
 */
export function expandShorthand(
  typescript: typeof TypeScript,
  program: TypeScript.Program,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  const { factory } = typescript;
  const checker = program.getTypeChecker();
  return context => file => {
    // tslab keeps what earlier cells declared in a declaration file that it makes the parent of the cell.
    const earlier = file.parent as TypeScript.Node | undefined;
    const isFromEarlierCell = (node: TypeScript.ShorthandPropertyAssignment) =>
      checker
        .getShorthandAssignmentValueSymbol(node)
        ?.declarations?.some(declaration => declaration.getSourceFile() === earlier);
    const visit = (node: TypeScript.Node): TypeScript.Node =>
      typescript.isShorthandPropertyAssignment(node) && earlier && isFromEarlierCell(node)
        ? factory.createPropertyAssignment(
            node.name.text,
            factory.createPropertyAccessExpression(factory.createIdentifier('exports'), node.name.text),
          )
        : typescript.visitEachChild(node, visit, context);
    return typescript.visitNode(file, visit) as TypeScript.SourceFile;
  };
}
