/** A part of a page that a reader can search for and jump to. */
export interface Section {
  /** The file of the page, and its title. */
  readonly page: string;
  readonly title: string;
  /** The heading of the section and its anchor; both empty for what stands before the first heading. */
  readonly heading: string;
  readonly id: string;
  readonly text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The sections of a finished page: its prose and the texts of its outputs, without code, formulas' glyphs, scripts and links to a cell. */
export function sections(page: string, html: string): Section[] {
  const [, title = page] = /<title>(.*?)(?: · .*)?<\/title>/s.exec(html) ?? [];
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const prose = main
    .replace(/<(script|style|svg|pre|template|button)\b.*?<\/\1>/gs, ' ')
    .replace(/<div class="cell-corner".*?<\/div>/gs, '')
    .replace(/<a class="anchor-link".*?<\/a>/gs, '');
  const parts = prose.split(/(?=<h[23]\b[^>]*\bid=")/);
  return parts.flatMap(part => {
    const [whole = '', id = '', heading = ''] =
      /^<h[23]\b[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/h[23]>/s.exec(part) ?? [];
    const text = plain(part.slice(whole.length));
    return text || heading
      ? [{ page, title: plain(title), heading: plain(heading), id: plain(id), text }]
      : [];
  });
}

/** What is read of a piece of HTML, on one line. */
function plain(html: string): string {
  return html
    .replace(/<\/?(?:a|b|code|em|i|span|strong|sub|sup)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name) return NAMED[name] ?? all;
      return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16));
    })
    .replace(/\s+/g, ' ')
    .trim();
}
