import { isOf, part } from './dom.ts';

/** The parts of the page; on a narrow screen one of them is shown. */
export type Pane = 'inputs' | 'text' | 'details';

const PARTS: Readonly<Record<Pane, string>> = { inputs: 'doc-x-inputs', text: 'doc-content', details: 'doc-x-details' };

/** Which part of the page is shown, where there is no room for all of them. */
export interface Panes {
  /** Shows a part; where it was not in sight, the focus goes there. */
  readonly open: (pane: Pane, focus?: HTMLElement | null) => void;
  readonly isShown: (pane: Pane) => boolean;
}

/** Makes the buttons at the head of the page choose the part that is shown, and keeps each where it was scrolled to. */
export function panes(): Panes {
  const nav = part('doc-x-parts');
  const scrolled = new Map<Pane, number>();
  const current = () => (document.body.dataset.pane ?? 'text') as Pane;
  const isShown = (pane: Pane) => part(PARTS[pane]).getClientRects().length > 0;

  function open(pane: Pane, focus?: HTMLElement | null): void {
    const hidden = !isShown(pane);
    scrolled.set(current(), scrollY);
    document.body.dataset.pane = pane;
    // Beside the text there may be room for one part: the one that was asked for last.
    if (pane !== 'text') document.body.dataset.side = pane;
    for (const button of nav.querySelectorAll<HTMLElement>('[data-pane]')) {
      if (button.dataset.pane === pane) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    if (hidden && !isOne()) return;
    if (hidden) scrollTo({ top: scrolled.get(pane) ?? 0, behavior: 'instant' });
    if (focus !== undefined) focus?.focus({ preventScroll: pane === 'text' });
    else if (hidden) part(PARTS[pane]).focus({ preventScroll: true });
  }

  /** Whether only one part is shown at a time. */
  function isOne(): boolean {
    return !isShown('text') || (!isShown('inputs') && !isShown('details'));
  }

  nav.addEventListener('click', (event) => {
    const pane = isOf(event.target, '[data-pane]')?.dataset.pane as Pane | undefined;
    if (pane !== undefined) open(pane, part(PARTS[pane]));
  });
  open('text', null);
  return { open, isShown };
}
