import { isOf, part } from './dom.ts';

/** What a key does. */
export type KeyActions = Readonly<Record<string, () => void>>;

/**
 * Listens to single keys, and to Escape. Single keys can be turned off, and are nothing but letters where somebody types:
 * whoever speaks to their computer would else press them unawares.
 *
 * @param actions by key
 * @param goBack what Escape does where no window is open
 */
export function listenToKeys(actions: KeyActions, goBack: () => void): void {
  const help = part<HTMLDialogElement>('doc-x-help');
  const single = part<HTMLInputElement>('doc-x-single');
  const all: KeyActions = { ...actions, '?': () => help.showModal() };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || help.open) return;
    if (event.key === 'Escape') return goBack();
    const typing = isOf(event.target, 'input, select, textarea') !== undefined;
    const action = single.checked && !typing ? all[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  part('doc-x-help-open').addEventListener('click', () => help.showModal());
  part('doc-x-help-close').addEventListener('click', () => help.close());
}
