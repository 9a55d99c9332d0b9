import { isOf, part } from './dom.ts';

/** The parts of the page; on a narrow screen one of them is shown. */
export type Pane = 'inputs' | 'text' | 'details';

const PARTS: Readonly<Record<Pane, string>> = { inputs: 'doc-x-inputs', text: 'doc-content', details: 'doc-x-details' };

/** Which part of the page is shown, where there is no room for all of them. */
export interface Panes {
  /** Shows a part; where it was not in sight, or something is named to take it, the focus goes there. */
  readonly open: (pane: Pane, focus?: HTMLElement) => void;
  readonly isShown: (pane: Pane) => boolean;
  /** A part that is filled anew begins at its top. */
  readonly forget: (pane: Pane) => void;
}

/** Makes the buttons at the head of the page choose the part that is shown, and keeps each where it was scrolled to. */
export function panes(): Panes {
  const nav = part('doc-x-parts');
  const scrolled = new Map<Pane, number>();
  const isShown = (pane: Pane) => part(PARTS[pane]).getBoundingClientRect().height > 0;
  /** One part at a time scrolls with the page; parts beside the text scroll by themselves. */
  const isAlone = (pane: Pane) => (Object.keys(PARTS) as Pane[]).every((one) => one === pane || !isShown(one));
  const top = () => Math.min(scrollY, part('doc-x-parted').offsetTop - nav.offsetHeight);

  function open(pane: Pane, focus?: HTMLElement): void {
    const hidden = !isShown(pane);
    const current = document.body.dataset.pane as Pane | undefined;
    if (current !== undefined && isAlone(current)) scrolled.set(current, scrollY);
    document.body.dataset.pane = pane;
    // Beside the text there may be room for one part: the one that was asked for last.
    if (pane !== 'text') document.body.dataset.side = pane;
    for (const button of nav.querySelectorAll<HTMLElement>('[data-pane]')) {
      if (button.dataset.pane === pane) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    if (hidden && isAlone(pane)) scrollTo({ top: scrolled.get(pane) ?? top(), behavior: 'instant' });
    if (hidden || focus !== undefined) (focus ?? part(PARTS[pane])).focus({ preventScroll: true });
  }

  nav.addEventListener('click', (event) => {
    const pane = isOf(event.target, '[data-pane]')?.dataset.pane as Pane | undefined;
    if (pane !== undefined) open(pane, part(PARTS[pane]));
  });
  document.body.dataset.pane = 'text';
  nav.querySelector('[data-pane="text"]')?.setAttribute('aria-current', 'true');
  return { open, isShown, forget: (pane) => scrolled.delete(pane) };
}
