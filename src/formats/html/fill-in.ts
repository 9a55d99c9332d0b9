import type { Element, ElementContent } from 'hast';
import type { HtmlContext } from './context.ts';
import { element } from './element.ts';

/** What a form's script needs to know, and no more: its words, its language, and what the saved file says of it. */
function settings({ meta, guide }: HtmlContext): { dataForm: string; dataWords: string } {
  return {
    dataForm: JSON.stringify({ ...meta.form, language: meta.language }),
    dataWords: JSON.stringify(guide.form),
  };
}

/**
 * Puts a form around the fields of a document, with a place for what is wrong above and the buttons below.
 * @param content what the page holds
 */
export function fillInForm(content: readonly ElementContent[], context: HtmlContext): Element {
  const { form: words } = context.guide;
  const button = (name: string, label: string): Element =>
    element('button', { type: 'button', dataAction: name, hidden: true }, [label]);
  return element('form', { id: 'doc-form', noValidate: true, autoComplete: ['off'], ...settings(context) }, [
    element('p', { className: ['role-notice'] }, [words.offline]),
    element('p', { className: ['role-notice', 'no-script'] }, [words.noScript]),
    element('div', { className: ['errors'], id: 'doc-errors', role: 'alert', tabIndex: -1, hidden: true }, []),
    ...content,
    element('div', { className: ['keep'], hidden: true, id: 'doc-keep-box' }, [
      element('input', { type: 'checkbox', id: 'doc-keep', ariaDescribedBy: ['doc-keep-warning'] }),
      ' ',
      element('label', { htmlFor: ['doc-keep'] }, [words.keep]),
      element('p', { id: 'doc-keep-warning', className: ['hint'] }, [words.keepWarning]),
    ]),
    element('div', { className: ['actions'] }, [
      button('save', words.save),
      button('print', words.print),
      button('forget', words.forget),
    ]),
    element('p', { id: 'doc-status', role: 'status' }, []),
  ]);
}
