import type { Root } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import { unified } from 'unified';

/** Exactly what the renderers make. Whatever else got in, through a mistake of theirs, stays out of the page. */
const SCHEMA: Options = {
  tagNames: [
    ...['a', 'blockquote', 'br', 'button', 'caption', 'code', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'fieldset'],
    ...[
      'figcaption',
      'figure',
      'footer',
      'form',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'header',
      'hr',
      'img',
      'input',
      'ins',
    ],
    ...['label', 'legend', 'li', 'main', 'nav', 'ol', 'option', 'p', 'pre', 's', 'section', 'select', 'small', 'span'],
    ...['strong', 'sup'],
    ...['table', 'tbody', 'td', 'textarea', 'th', 'thead', 'time', 'tr', 'ul'],
  ],
  attributes: {
    '*': [
      'ariaDescribedBy',
      'ariaHidden',
      'ariaLabel',
      'ariaLabelledBy',
      'className',
      'dataChange',
      'dataField',
      'dataFlags',
      'dataInputs',
      'dataKind',
      'dataQuestion',
      'dataRequired',
      'dataRow',
      'dataSection',
      'dataSeen',
      'dataSeverity',
      'dataShownIf',
      'dir',
      'hidden',
      'id',
      'lang',
      'role',
      'tabIndex',
      'title',
    ],
    a: ['href', 'rel'],
    img: ['alt', ['src', /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,/u]],
    button: ['dataAction', ['type', 'button']],
    form: ['autoComplete', 'dataForm', 'dataWords', 'noValidate'],
    input: ['max', 'min', 'name', 'required', 'value', ['type', 'text', 'number', 'date', 'checkbox', 'radio']],
    textarea: ['name', 'required', 'rows'],
    label: ['htmlFor'],
    option: ['value'],
    span: ['dataWords'],
    ol: ['start'],
    th: ['scope'],
    ins: ['dateTime'],
    del: ['dateTime'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['data'] },
  clobber: [],
  // Fields are there to be filled in: by default they would be disabled.
  required: {},
  strip: ['script', 'style'],
};

const SANITISER = unified().use(rehypeSanitize, SCHEMA).freeze();

/** Drops whatever is not on the list of what a page may hold. */
export function sanitise(tree: Root): Root {
  return SANITISER.runSync(tree) as Root;
}
