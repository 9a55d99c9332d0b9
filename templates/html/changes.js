// What a change log does on a screen: shows the entries that a reader chooses.
// Nothing is sent or kept; without this script all entries are shown.
(() => {
  const form = document.getElementById('doc-filters');
  if (form === null) return;
  const status = document.getElementById('doc-filters-status');
  const showAll = form.querySelector('[data-action="show-all"]');
  const fields = [...form.querySelectorAll('[data-field]')];
  const entries = [...document.querySelectorAll('.change-entry')];
  const sections = [...document.querySelectorAll('section[data-section]')];

  // Headings within sections, each over the entries up to the next one.
  const headings = sections.flatMap((section) => [...section.querySelectorAll(':scope > :is(h3, h4, h5, h6)')]);

  const VALUES = {
    kind: (entry) => [entry.dataset.kind],
    severity: (entry) => [entry.dataset.severity],
    flag: (entry) => (entry.dataset.flags ?? '').split('\n'),
    section: (entry) => [entry.closest('[data-section]').dataset.section],
    input: (entry) => (entry.dataset.inputs ?? '').split('\n'),
    seen: (entry) => [entry.dataset.seen],
  };

  const fits = (entry) =>
    fields.every((field) => field.value === '' || VALUES[field.dataset.field](entry).includes(field.value));

  /** Whether any entry below a heading is shown. */
  function leads(heading) {
    for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (headings.includes(next)) return false;
      if (next.matches('.change-entry:not([hidden])')) return true;
    }
    return false;
  }

  function apply() {
    for (const entry of entries) entry.hidden = !fits(entry);
    for (const section of sections) section.hidden = section.querySelector('.change-entry:not([hidden])') === null;
    for (const heading of headings) heading.hidden = !leads(heading);
    const shown = entries.filter((entry) => !entry.hidden).length;
    status.textContent = status.dataset.words.replace('{n}', shown).replace('{total}', entries.length);
    // A button that goes while it has the focus would leave the reader nowhere.
    if (shown === entries.length && document.activeElement === showAll) fields[0].focus();
    showAll.hidden = shown === entries.length;
  }

  function reset() {
    for (const field of fields) field.value = '';
    apply();
  }

  /** A link leads to its entry, whatever was chosen before. */
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const entry = target?.closest('.change-entry');
    if (entry?.hidden !== true) return;
    reset();
    target.scrollIntoView();
  }

  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  showAll.addEventListener('click', reset);
  window.addEventListener('hashchange', follow);
  form.hidden = false;
  reset();
  follow();
})();
