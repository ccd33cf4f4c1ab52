import { type Cell, type Notebook, text } from './notebook.ts';

/** What nbgrader knows about a cell, schema 3. */
interface GradedCell {
  grade: boolean;
  grade_id: string;
  locked: boolean;
  points?: number;
  schema_version: 3;
  solution: boolean;
  task: false;
}

/**
 * A notebook as nbgrader's source of an assignment: its stubs are the cells to fill in, its checks are locked and give
 * one point each, its solutions are left out.
 */
export function assignment(notebook: Notebook): Notebook {
  const cells = notebook.cells.filter(cell => !tagged(cell, 'solution'));
  return { ...notebook, cells: cells.map(cell => withMetadata(cell)) };
}

function withMetadata(cell: Cell): Cell {
  const graded = gradedCell(cell);
  return graded ? { ...cell, metadata: { ...cell.metadata, nbgrader: graded } } : cell;
}

function gradedCell(cell: Cell): GradedCell | undefined {
  const shared = { grade_id: cell.id, schema_version: 3, task: false } as const;
  if (tagged(cell, 'exercise')) return { ...shared, grade: false, locked: false, solution: true };
  if (tagged(cell, 'check')) return { ...shared, grade: true, locked: true, points: 1, solution: false };
  return undefined;
}

function tagged(cell: Cell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

/**
 * nbgrader's settings for a course in TypeScript. A stub is what a student receives, so nothing is cleared; the code
 * stub for TypeScript is there for cells of your own with BEGIN SOLUTION and END SOLUTION.
 */
export const nbgraderConfig = `c = get_config()

c.CourseDirectory.course_id = "dropout-lab"
c.Execute.timeout = 600
c.ExecutePreprocessor.timeout = 600
c.ClearSolutions.code_stub = {"typescript": "return undefined; // your code"}
c.ClearSolutions.comment_mark = "//"
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
]
`;

/** How many exercises a notebook has. */
export function points(notebook: Notebook): number {
  return notebook.cells.filter(cell => tagged(cell, 'check') && text(cell.source)).length;
}
