// What a form does on a screen: shows the questions that are asked, checks answers, saves them to a file.
// Nothing is sent anywhere. Answers are kept on the device only where the person asks for it.
(() => {
  const form = document.getElementById('doc-form');
  const about = JSON.parse(form.dataset.form);
  const words = JSON.parse(form.dataset.words);
  const errors = document.getElementById('doc-errors');
  const status = document.getElementById('doc-status');
  const keep = document.getElementById('doc-keep');
  const CONSENT = '$consent';
  const STORE = `penholder-form:${about.questionnaire}:${about.version ?? ''}:${about.language}`;
  let response = randomName();

  const fill = (template, values) => template.replace(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole);
  const button = (name) => form.querySelector(`[data-action="${name}"]`);

  function randomName() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  // ---- Reading answers

  /** Questions right below the form, a group or an entry. */
  function questionsIn(scope) {
    const owner = (element) => element.parentElement.closest('[data-question], .entry, #doc-form');
    return [...scope.querySelectorAll('[data-question]')].filter((element) => owner(element) === scope);
  }

  const fieldOf = (question) => question.querySelector('[data-field]');
  const entriesOf = (question) => [...question.querySelectorAll(':scope > .entries > .entry')];
  const controlsOf = (field) => [...field.querySelectorAll('input, textarea')];

  const READ = {
    choice: (field) => {
      const value = controlsOf(field).find((control) => control.checked)?.value;
      return value !== undefined && field.classList.contains('role-scale') ? Number(value) : value;
    },
    choices: (field) => {
      const values = controlsOf(field).filter((control) => control.checked);
      return values.length === 0 ? undefined : values.map(({ value }) => value);
    },
    matrix: (field) => {
      const rows = [...field.querySelectorAll('[data-row]')].flatMap((row) => {
        const value = controlsOf(row).find((control) => control.checked)?.value;
        return value === undefined ? [] : [[row.dataset.row, value]];
      });
      return rows.length === 0 ? undefined : Object.fromEntries(rows);
    },
    number: (field) => {
      const text = controlsOf(field)[0].value.trim();
      return text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
    },
  };
  const readText = (field) => controlsOf(field)[0].value.trim() || undefined;
  const answerOf = (field) => (READ[field.dataset.kind] ?? readText)(field);

  // ---- What is shown

  const same = (answer, value) =>
    String(Array.isArray(answer) ? answer.join(' ') : answer) === value ||
    (answer !== '' && value.trim() !== '' && Number(answer) === Number(value));
  const COMPARE = {
    '=': (answer, value) => answer !== undefined && same(answer, value),
    '!=': (answer, value) => answer === undefined || !same(answer, value),
    '<': (answer, value) => Number(answer) < Number(value),
    '<=': (answer, value) => Number(answer) <= Number(value),
    '>': (answer, value) => Number(answer) > Number(value),
    '>=': (answer, value) => Number(answer) >= Number(value),
  };
  const HOLDS = {
    compare: ({ question, operator, value }, known) => COMPARE[operator](known[question], value),
    includes: ({ question, value }, known) => [known[question]].flat().includes(value),
    answered: ({ question }, known) => known[question] !== undefined,
    not: ({ condition }, known) => !holds(condition, known),
    and: ({ conditions }, known) => conditions.every((each) => holds(each, known)),
    or: ({ conditions }, known) => conditions.some((each) => holds(each, known)),
    // A rule that only survey programs can follow: better one question too many than one that nobody is asked.
    xpath: () => true,
  };
  const holds = (condition, known) => HOLDS[condition.kind](condition, known);

  function isShown(question, known, refused) {
    if (question.dataset.question === CONSENT) return true;
    return !refused && (question.dataset.shownIf === undefined || holds(JSON.parse(question.dataset.shownIf), known));
  }

  /** Shows what is asked, and gives the answers to it; what is known outside a group is known inside. */
  function survey(scope, known, refused) {
    const answers = {};
    for (const question of questionsIn(scope)) {
      const name = question.dataset.question;
      const shown = isShown(question, known, refused);
      question.hidden = !shown;
      if (!shown) continue;
      const answer = READ_GROUP[question.dataset.kind](question, known, refused);
      if (question.dataset.kind === 'group') Object.assign(answers, answer);
      else if (answer !== undefined) {
        known[name] = answer;
        answers[name] = answer;
      }
    }
    return answers;
  }
  const READ_GROUP = {
    question: (question) => {
      const field = fieldOf(question);
      return field === null ? undefined : answerOf(field);
    },
    group: (question, known, refused) => survey(question, known, refused),
    repeat: (question, known, refused) => {
      const entries = entriesOf(question).map((entry) => survey(entry, Object.create(known), refused));
      const filled = entries.filter((entry) => Object.keys(entry).length > 0);
      return filled.length === 0 ? undefined : filled;
    },
  };

  const consentQuestion = form.querySelector(`[data-question="${CSS.escape(CONSENT)}"]`);

  function allAnswers() {
    const consent = consentQuestion === null ? undefined : answerOf(fieldOf(consentQuestion));
    const { [CONSENT]: _, ...answers } = survey(form, Object.create(null), consent === 'no');
    return { consent, answers };
  }

  // ---- Entries of a group that is asked again and again

  function suffix(entry, number) {
    const renamed = (value) => `${value.replace(/__\d+$/, '')}__${number}`;
    for (const element of entry.querySelectorAll('*')) {
      for (const name of ['id', 'for', 'name', 'aria-describedby', 'aria-labelledby']) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.split(' ').map(renamed).join(' '));
      }
    }
    entry.querySelector(':scope > legend').textContent = fill(words.entry, { n: number });
  }

  function addEntry(question) {
    const entries = entriesOf(question);
    const entry = entries[0].cloneNode(true);
    for (const control of entry.querySelectorAll('input, textarea')) {
      if (control.type === 'radio' || control.type === 'checkbox') control.checked = false;
      else control.value = '';
    }
    for (const own of entry.querySelectorAll('.error, .clear, .remove')) own.remove();
    for (const invalid of entry.querySelectorAll('[aria-invalid]')) invalid.removeAttribute('aria-invalid');
    suffix(entry, Number(question.dataset.entries ?? 1) + 1);
    question.dataset.entries = String(Number(question.dataset.entries ?? 1) + 1);
    entry.append(plainButton(words.remove, 'remove', () => removeEntry(question, entry)));
    question.querySelector(':scope > .entries').append(entry);
    addClearButtons(entry);
    return entry;
  }

  function removeEntry(question, entry) {
    entry.remove();
    question.querySelector('.add').focus();
    changed();
  }

  function plainButton(label, name, run) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = name;
    made.textContent = label;
    made.addEventListener('click', run);
    return made;
  }

  function addClearButtons(scope) {
    for (const field of scope.querySelectorAll('[data-field][data-kind="choice"]:not([data-required])')) {
      const clear = plainButton(words.clear, 'clear', () => {
        for (const control of controlsOf(field)) control.checked = false;
        controlsOf(field)[0].focus();
        changed();
      });
      field.append(clear);
    }
  }

  // ---- What is wrong

  function problemOf(field) {
    const [control] = controlsOf(field);
    const answer = answerOf(field);
    const { kind } = field.dataset;
    const number =
      kind === 'number' && (control.validity.badInput || (control.value.trim() !== '' && answer === undefined));
    if (number) return words.notNumber;
    if (kind === 'date' && control.validity.badInput) return words.notDate;
    if (field.dataset.required !== undefined && (answer === undefined || unfinished(field, answer)))
      return words.missing;
    if (kind !== 'number' || answer === undefined) return undefined;
    if (control.min !== '' && answer < Number(control.min)) return fill(words.tooSmall, { n: control.min });
    if (control.max !== '' && answer > Number(control.max)) return fill(words.tooLarge, { n: control.max });
    return undefined;
  }

  const unfinished = (field, answer) =>
    field.dataset.kind === 'matrix' && Object.keys(answer).length < field.querySelectorAll('[data-row]').length;

  const isVisible = (element) => element.closest('[hidden]') === null;

  function clearProblems() {
    for (const note of form.querySelectorAll('.error')) note.remove();
    for (const control of form.querySelectorAll('[aria-invalid]')) {
      control.removeAttribute('aria-invalid');
      const described = (control.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .filter((id) => !id.startsWith('error-'));
      if (described.join('') === '') control.removeAttribute('aria-describedby');
      else control.setAttribute('aria-describedby', described.join(' '));
    }
    errors.hidden = true;
    errors.replaceChildren();
  }

  function showProblem(field, problem, index) {
    const note = document.createElement('p');
    note.className = 'error';
    note.id = `error-${index}`;
    note.textContent = problem;
    const target = field.tagName === 'FIELDSET' ? field : controlsOf(field)[0];
    (field.querySelector('legend, label') ?? field).after(note);
    if (target !== field) target.setAttribute('aria-invalid', 'true');
    const before = target.getAttribute('aria-describedby');
    target.setAttribute('aria-describedby', [before, note.id].filter(Boolean).join(' '));
  }

  function problems() {
    const fields = [...form.querySelectorAll('[data-field]')].filter(isVisible);
    return fields.flatMap((field) => {
      const problem = problemOf(field);
      return problem === undefined ? [] : [{ field, problem }];
    });
  }

  function showProblems(found) {
    const title = document.createElement('p');
    title.className = 'box-title';
    title.textContent = words.errors;
    const list = document.createElement('ul');
    found.forEach(({ field, problem }, index) => {
      showProblem(field, problem, index);
      list.append(problemLink(field, problem));
    });
    errors.append(title, list);
    errors.hidden = false;
    errors.focus();
  }

  function problemLink(field, problem) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const [control] = controlsOf(field);
    link.href = control.id === '' ? '#doc-form' : `#${control.id}`;
    const heading = field.closest('[data-question]')?.querySelector('h2, h3, h4, h5, h6, legend');
    link.textContent = [heading?.textContent.trim(), problem].filter(Boolean).join(' – ');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      control.focus();
    });
    item.append(link);
    return item;
  }

  // ---- Saving

  function filledForm({ consent, answers }) {
    const { contact: _, ...facts } = about;
    const agreed = consent === undefined ? {} : { consent: consent === 'yes' ? 'given' : 'not-given' };
    return { 'penholder-form': 1, ...facts, response, ...agreed, answers };
  }

  function save() {
    clearProblems();
    const current = allAnswers();
    const found = problems();
    if (found.length > 0) {
      showProblems(found);
      return;
    }
    const file = `${about.questionnaire}-${response.slice(0, 8)}.json`;
    const text = `${JSON.stringify(filledForm(current), null, 2)}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
    const send = about.contact === undefined ? words.sendBack : fill(words.send, { contact: about.contact });
    status.textContent = `${fill(words.saved, { file })} ${send}`;
  }

  // ---- Keeping answers on the device, where the person asks for it

  function withStore(run) {
    try {
      return run(window.localStorage);
    } catch {
      // Some browsers keep nothing for pages from a file; then nothing is kept.
      return undefined;
    }
  }

  function keepAnswers() {
    if (!keep.checked) return;
    withStore((store) => store.setItem(STORE, JSON.stringify({ response, ...allAnswers() })));
  }

  function forget() {
    withStore((store) => store.removeItem(STORE));
    keep.checked = false;
    button('forget').hidden = true;
    status.textContent = words.forgotten;
  }

  function keepOrForget() {
    if (!keep.checked) {
      forget();
      return;
    }
    keepAnswers();
    button('forget').hidden = false;
    status.textContent = words.kept;
  }

  const WRITE = {
    choice: (field, value) => {
      for (const control of controlsOf(field)) control.checked = control.value === String(value);
    },
    choices: (field, values) => {
      for (const control of controlsOf(field)) control.checked = values.includes(control.value);
    },
    matrix: (field, rows) => {
      for (const row of field.querySelectorAll('[data-row]'))
        for (const control of controlsOf(row)) control.checked = control.value === rows[row.dataset.row];
    },
  };
  const writeText = (field, value) => {
    controlsOf(field)[0].value = value;
  };

  function restore(scope, answers) {
    for (const question of questionsIn(scope)) {
      const { kind, question: name } = question.dataset;
      if (kind === 'group') restore(question, answers);
      else if (answers[name] !== undefined && kind === 'repeat') {
        answers[name].forEach((each, index) => {
          restore(entriesOf(question)[index] ?? addEntry(question), each);
        });
      } else if (answers[name] !== undefined) {
        const field = fieldOf(question);
        (WRITE[field.dataset.kind] ?? writeText)(field, answers[name]);
      }
    }
  }

  function restoreKept() {
    const kept = withStore((store) => JSON.parse(store.getItem(STORE) ?? 'null'));
    if (kept === null || kept === undefined) return;
    response = kept.response ?? response;
    restore(form, { ...kept.answers, ...(kept.consent === undefined ? {} : { [CONSENT]: kept.consent }) });
    keep.checked = true;
    button('forget').hidden = false;
    status.textContent = words.kept;
  }

  function changed() {
    const { consent } = allAnswers();
    const refused = consent === 'no';
    if (refused) status.textContent = words.consentNo;
    else if (status.textContent === words.consentNo) status.textContent = '';
    keepAnswers();
  }

  form.querySelector('.no-script').remove();
  document.getElementById('doc-keep-box').hidden = false;
  for (const name of ['save', 'print']) button(name).hidden = false;
  button('save').addEventListener('click', save);
  button('print').addEventListener('click', () => window.print());
  button('forget').addEventListener('click', forget);
  keep.addEventListener('change', keepOrForget);
  for (const question of form.querySelectorAll('[data-question][data-kind="repeat"]')) {
    const add = plainButton(words.add, 'add', () => {
      const entry = addEntry(question);
      changed();
      entry.querySelector('input, textarea')?.focus();
    });
    question.append(add);
  }
  addClearButtons(form);
  form.addEventListener('input', changed);
  form.addEventListener('change', (event) => {
    if (event.target !== keep) changed();
  });
  // Enter in a line of text must not send the form anywhere.
  form.addEventListener('submit', (event) => event.preventDefault());
  restoreKept();
  changed();
})();
