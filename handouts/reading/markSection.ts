/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A section is read from where its heading has come this far up, as a part of the window's height. */
const READ = 0.3;

/** Marks in the contents the section that is read. */
export function markSection(): void {
  const contents = document.querySelector<HTMLElement>('.contents');
  const sections = [...(contents?.querySelectorAll('a') ?? [])].flatMap(link => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  if (!contents || sections.length === 0) return;
  let now: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const isRead = ({ heading }: { heading: HTMLElement }) =>
      heading.getBoundingClientRect().top < READ * innerHeight;
    const link = sections.findLast(isRead)?.link;
    if (link === now) return;
    now?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    now = link;
    // At the side of a wide page, long contents scroll along.
    if (link && contents.scrollHeight > contents.clientHeight)
      contents.scrollTop = link.offsetTop - contents.offsetTop - contents.clientHeight / 2;
  };
  for (const { link } of sections) link.removeAttribute('aria-current'); // as a saved page has it
  addEventListener('scroll', mark, { passive: true });
  mark();
}
