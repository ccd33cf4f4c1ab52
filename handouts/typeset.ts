import { liteAdaptor, type LiteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js';
import { AssistiveMmlHandler } from 'mathjax-full/js/a11y/assistive-mml.js';
import type { MathItem } from 'mathjax-full/js/core/MathItem.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages.js';
// oxlint-disable-next-line import/no-unassigned-import -- it registers the names of characters, such as &para;
import 'mathjax-full/js/util/entities/all.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';

/** The HTML that a cell's markdown became. */
export interface Prose {
  cell: string;
  html: string;
}

/** A heading of level 2 or 3, as the table of contents shows it. */
export interface Heading {
  id: string;
  level: number;
  html: string;
}

export interface Typeset {
  /** The prose with each formula as SVG, in the given order. */
  prose: string[];
  headings: Heading[];
  /** The glyphs all formulas of the page share, and their style; empty without formulas. */
  glyphs: string;
  style: string;
}

/** A formula that is not TeX: the cell it stands in, and why. */
export class FormulaError extends Error {
  override name = 'FormulaError';

  constructor(
    readonly cellId: string,
    readonly formula: string,
    reason: string,
  ) {
    super(`cell ${cellId}: the formula ${formula} cannot be typeset: ${reason}`);
  }
}

const adaptor: LiteAdaptor = liteAdaptor();
AssistiveMmlHandler(RegisterHTMLHandler(adaptor));

type Item = MathItem<LiteElement, unknown, unknown>;

/**
 * Sets the formulas of one page as SVG with assistive MathML, and collects its headings.
 *
 * Throws a {@link FormulaError} at the first formula that is not TeX (an unknown command counts).
 */
export function typeset(prose: readonly Prose[]): Typeset {
  const page = prose.map(({ html }) => `<div>${html}</div>`).join('');
  const output = new SVG<LiteElement, unknown, unknown>({ fontCache: 'global' });
  const document = mathjax.document(`<html><head></head><body>${page}</body></html>`, {
    InputJax: new TeX({
      packages: AllPackages.filter(name => name !== 'noerrors' && name !== 'noundefined'),
      inlineMath: [
        ['$', '$'],
        ['\\(', '\\)'],
      ],
      processEscapes: true,
      formatError: (_: unknown, error: Error) => {
        throw error;
      },
    }),
    OutputJax: output,
    compileError: (_: unknown, item: Item, error: Error) => {
      throw new FormulaError(cellOf(item), item.math.trim(), error.message);
    },
  });
  const body = adaptor.body(document.document);
  const regions = [...adaptor.childNodes(body)] as LiteElement[];
  const cellOf = ({ start }: Item) => {
    let node = start.node as unknown as LiteElement;
    while (adaptor.parent(node) !== body) node = adaptor.parent(node);
    return prose[regions.indexOf(node)]!.cell;
  };
  document.render();
  // A page that runs finds the formulas of its outputs by their TeX.
  for (const item of document.math as Iterable<Item>) {
    adaptor.setAttribute(item.typesetRoot, 'data-tex', item.math.trim());
  }
  regions.forEach((region, i) => refuseRemains(region, prose[i]!.cell));
  const headings = regions.flatMap(headingsIn);
  const glyphs = adaptor.childNodes(body).slice(regions.length) as LiteElement[];
  const formulas = [...document.math].length > 0;
  return {
    prose: regions.map(region => adaptor.innerHTML(region)),
    headings: headings.filter(({ level }) => level === 2 || level === 3),
    glyphs: formulas ? glyphs.map(node => adaptor.outerHTML(node)).join('') : '',
    style: formulas ? adaptor.textContent(output.styleSheet(document)) : '',
  };
}

/** MathJax passes over a formula whose braces or delimiters do not match, and leaves it in the text. */
function refuseRemains(node: LiteElement, cell: string): void {
  for (const child of adaptor.childNodes(node)) {
    if (adaptor.kind(child) === '#text') {
      const [formula] = /\$[^$]*\\[a-z]+[^]*|\\begin\{[^]*|\\[([][^]*/i.exec(adaptor.value(child)) ?? [];
      if (formula) throw new FormulaError(cell, formula, 'its braces or delimiters do not match');
    } else if (!/^(code|pre|script|style|mjx-container|#comment)$/.test(adaptor.kind(child))) {
      refuseRemains(child as LiteElement, cell);
    }
  }
}

/** nbconvert ends each heading with a link to itself: it is named here, so that one link differs from the next. */
function headingsIn(node: LiteElement): Heading[] {
  const level = Number(/^h([1-6])$/.exec(adaptor.kind(node))?.[1]);
  const children = adaptor.childNodes(node).filter(child => adaptor.kind(child)[0] !== '#') as LiteElement[];
  if (!level) return children.flatMap(headingsIn);
  const link = children.find(child => adaptor.hasClass(child, 'anchor-link'));
  if (link) adaptor.remove(link);
  const heading = { id: adaptor.getAttribute(node, 'id') ?? '', level, html: adaptor.innerHTML(node) };
  if (link) {
    adaptor.setAttribute(link, 'aria-label', `Link to “${adaptor.textContent(node)}”`);
    adaptor.append(node, link);
  }
  return [heading];
}
