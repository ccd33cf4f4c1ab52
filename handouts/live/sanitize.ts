/// <reference lib="dom" />
import DOMPurify from 'dompurify';

/** What the library's own outputs are made of, and what markdown becomes. */
const TAGS = (
  'a b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
  'img kbd label li mark meter ol output p pre progress s small span strong sub summary sup table tbody td tfoot th thead tr u ul'
).split(' ');
const ATTRIBUTES =
  'align alt aria-hidden aria-label class colspan data-tex dir href lang max min open role rowspan scope src style tabindex title value'.split(
    ' ',
  );

/** Declarations that stay inside their element's place and fetch nothing. */
const STYLES =
  /^(?:--|background|border|color|display$|flex|font|gap$|grid|height$|line-height$|list-style|margin|max-|min-|opacity$|overflow|padding|text-|vertical-align$|white-space$|width$|word-)/;

DOMPurify.addHook('uponSanitizeAttribute', (_, data) => {
  if (data.attrName === 'src') data.keepAttr = data.attrValue.startsWith('data:image/');
  if (data.attrName === 'href') data.keepAttr = /^(?:https?:|mailto:|#)/.test(data.attrValue);
});
DOMPurify.addHook('afterSanitizeAttributes', element => {
  if (element.tagName === 'A') element.setAttribute('rel', 'noreferrer');
  const style = (element as HTMLElement).style as CSSStyleDeclaration | undefined;
  if (!style) return;
  for (const name of Array.from(style)) {
    if (!STYLES.test(name) || /url\(/i.test(style.getPropertyValue(name))) style.removeProperty(name);
  }
});

/** HTML that a cell made, as elements that can neither run nor fetch anything, nor leave the page. */
export function sanitize(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: true,
    RETURN_DOM_FRAGMENT: true,
  });
}
