import type { ChangeFlag, ChangeKind } from './change-log.ts';
import type { ResponseDecision } from './vocabulary.ts';

/** The words of change logs and marked-up versions. Names in braces are filled in. */
export interface ChangeWords {
  readonly changeLog: string;
  readonly markedUpVersion: string;
  /** `{from}` and `{to}` are titles of stages. */
  readonly between: string;
  readonly summary: string;
  readonly mostSubstantive: string;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly flags: Readonly<Record<ChangeFlag, string>>;
  readonly responses: Readonly<Record<ResponseDecision, string>>;
  readonly count: string;
  readonly passages: string;
  readonly noChanges: string;
  readonly editorial: string;
  readonly substantive: string;
  readonly why: string;
  readonly reasonNotPublic: string;
  readonly noReason: string;
  /** With `{n}`, such as `paragraph 12`. */
  readonly formerly: string;
  readonly inputFrom: string;
  readonly input: string;
  readonly decision: string;
  /** Where what it says may not be told. */
  readonly decisionAlone: string;
  readonly commit: string;
  readonly sentenceFrom: string;
  readonly sentenceTo: string;
  readonly limits: string;
  readonly unnamedSection: string;
  /** Replacements that recur. */
  readonly systematic: string;
  /** With `{from}`, `{to}` and `{n}`. */
  readonly replaced: string;
  readonly putIn: string;
  readonly takenOut: string;
  /** With `{n}`. */
  readonly page: string;
  /** With `{was}`, what the program had said. */
  readonly overruled: string;
  /** With `{by}` too. */
  readonly overruledBy: string;
  /** With `{stage}`, what a reviewer saw. */
  readonly seen: Readonly<Record<'as-now' | 'as-before' | 'otherwise' | 'back', string>>;
  /** Said where editorial changes are left unmarked. */
  readonly onlySubstantive: string;
  readonly filters: FilterWords;
}

/** The words of the controls that choose among the entries of a change log. */
export interface FilterWords {
  readonly title: string;
  readonly kind: string;
  readonly severity: string;
  readonly section: string;
  readonly input: string;
  readonly seen: string;
  readonly all: string;
  /** With `{n}` and `{total}`. */
  readonly shown: string;
  readonly showAll: string;
}

const EN: ChangeWords = {
  changeLog: 'Change log',
  markedUpVersion: 'Marked-up version',
  between: 'Changes from {from} to {to}',
  summary: 'Summary of changes',
  mostSubstantive: 'The changes of most substance',
  kinds: {
    unchanged: 'unchanged',
    edited: 'edited',
    moved: 'moved',
    split: 'split',
    merged: 'merged',
    added: 'new',
    deleted: 'gone',
  },
  flags: {
    retitled: 'retitled',
    'level-changed': 'level changed',
    'type-changed': 'form changed',
    'bracket-opened': 'square brackets put',
    'bracket-lifted': 'square brackets lifted',
    'agreed-language-altered': 'agreed language altered',
    'alternative-chosen': 'alternative chosen',
    'alternative-added': 'alternative added',
    'modal-strength': 'how binding it is changed',
    negation: 'negation or exception changed',
    actor: 'who must act changed',
    deadline: 'deadline changed',
    'defined-term': 'defined term changed',
    amount: 'amount changed',
    percentage: 'percentage changed',
    number: 'number changed',
    date: 'date changed',
    'link-target': 'link leads elsewhere',
    citation: 'citation changed',
    'cross-reference': 'cross-reference changed',
    footnote: 'footnote',
    table: 'table',
    formatting: 'formatting changed',
    renumbered: 'renumbered',
    typography: 'typography',
    metadata: 'addressee or deadline',
    'id-reused': 'id used for another text before',
    limited: 'not compared in full',
  },
  responses: {
    accepted: 'accepted',
    'accepted-in-part': 'accepted in part',
    noted: 'noted',
    'not-accepted': 'not accepted',
    'out-of-scope': 'out of scope',
    duplicate: 'duplicate',
    deferred: 'deferred',
    withdrawn: 'withdrawn',
  },
  count: 'Passages',
  passages: 'What happened',
  noChanges: 'Nothing changed.',
  editorial: 'editorial',
  substantive: 'substantive',
  why: 'Why',
  reasonNotPublic: 'The reason is not public.',
  noReason: 'No reason is recorded.',
  formerly: 'formerly {n}',
  inputFrom: 'Input {input} from {from} ({decision})',
  input: 'Input {input} ({decision})',
  decision: 'Decision {decision}',
  decisionAlone: 'Decision {decision} of the core group, whose text is not public.',
  commit: 'Commit {commit}, {date}',
  sentenceFrom: 'Takes a sentence from {n}',
  sentenceTo: 'Gives a sentence to {n}',
  limits: 'What could not be seen',
  unnamedSection: 'Without a section',
  systematic: 'Replacements that recur',
  replaced: '“{from}” became “{to}” ({n} times)',
  putIn: '“{to}” was put in ({n} times)',
  takenOut: '“{from}” was taken out ({n} times)',
  page: 'page {n}',
  overruled: 'Judged by people; the program had said: {was}',
  overruledBy: 'Judged by {by}; the program had said: {was}',
  seen: {
    'as-now': 'stood like this in {stage}',
    'as-before': 'new since {stage}',
    otherwise: 'changed again since {stage}',
    back: 'changed back since {stage}',
  },
  onlySubstantive: 'Only changes of substance are marked; editorial ones stand as they read now.',
  filters: {
    title: 'Choose what is shown',
    kind: 'What happened',
    severity: 'Weight',
    section: 'Section',
    input: 'Input',
    seen: 'Since the stage you saw',
    all: 'all',
    shown: '{n} of {total} changes are shown.',
    showAll: 'Show all',
  },
};

const FR: ChangeWords = {
  changeLog: 'Journal des modifications',
  markedUpVersion: 'Version annotée',
  between: 'Modifications entre {from} et {to}',
  summary: 'Résumé des modifications',
  mostSubstantive: 'Les modifications les plus substantielles',
  kinds: {
    unchanged: 'inchangé',
    edited: 'modifié',
    moved: 'déplacé',
    split: 'scindé',
    merged: 'fusionné',
    added: 'nouveau',
    deleted: 'supprimé',
  },
  flags: {
    retitled: 'titre modifié',
    'level-changed': 'niveau modifié',
    'type-changed': 'forme modifiée',
    'bracket-opened': 'crochets ajoutés',
    'bracket-lifted': 'crochets levés',
    'agreed-language-altered': 'texte convenu altéré',
    'alternative-chosen': 'variante retenue',
    'alternative-added': 'variante ajoutée',
    'modal-strength': 'force obligatoire modifiée',
    negation: 'négation ou exception modifiée',
    actor: 'qui doit agir modifié',
    deadline: 'échéance modifiée',
    'defined-term': 'terme défini modifié',
    amount: 'montant modifié',
    percentage: 'pourcentage modifié',
    number: 'nombre modifié',
    date: 'date modifiée',
    'link-target': 'cible du lien modifiée',
    citation: 'citation modifiée',
    'cross-reference': 'renvoi modifié',
    footnote: 'note de bas de page',
    table: 'tableau',
    formatting: 'mise en forme modifiée',
    renumbered: 'renuméroté',
    typography: 'typographie',
    metadata: 'destinataire ou échéance',
    'id-reused': 'identifiant déjà employé pour un autre texte',
    limited: 'comparaison incomplète',
  },
  responses: {
    accepted: 'acceptée',
    'accepted-in-part': 'acceptée en partie',
    noted: 'notée',
    'not-accepted': 'non acceptée',
    'out-of-scope': 'hors sujet',
    duplicate: 'doublon',
    deferred: 'reportée',
    withdrawn: 'retirée',
  },
  count: 'Passages',
  passages: 'Ce qui s’est passé',
  noChanges: 'Rien n’a changé.',
  editorial: 'rédactionnel',
  substantive: 'de fond',
  why: 'Motif',
  reasonNotPublic: 'Le motif n’est pas public.',
  noReason: 'Aucun motif n’est consigné.',
  formerly: 'auparavant {n}',
  inputFrom: 'Contribution {input} de {from} ({decision})',
  input: 'Contribution {input} ({decision})',
  decision: 'Décision {decision}',
  decisionAlone: 'Décision {decision} du groupe restreint, dont le texte n’est pas public.',
  commit: 'Commit {commit}, {date}',
  sentenceFrom: 'Reprend une phrase de {n}',
  sentenceTo: 'Cède une phrase à {n}',
  limits: 'Ce qui n’a pas pu être vu',
  unnamedSection: 'Hors section',
  systematic: 'Remplacements récurrents',
  replaced: '« {from} » est devenu « {to} » ({n} fois)',
  putIn: '« {to} » a été ajouté ({n} fois)',
  takenOut: '« {from} » a été retiré ({n} fois)',
  page: 'page {n}',
  overruled: 'Jugé par des personnes ; le programme avait dit : {was}',
  overruledBy: 'Jugé par {by} ; le programme avait dit : {was}',
  seen: {
    'as-now': 'figurait ainsi dans {stage}',
    'as-before': 'nouveau depuis {stage}',
    otherwise: 'modifié à nouveau depuis {stage}',
    back: 'rétabli depuis {stage}',
  },
  onlySubstantive:
    'Seules les modifications de fond sont signalées ; les modifications rédactionnelles figurent telles qu’elles se lisent maintenant.',
  filters: {
    title: 'Choisir ce qui est affiché',
    kind: 'Ce qui s’est passé',
    severity: 'Portée',
    section: 'Section',
    input: 'Contribution',
    seen: 'Depuis la version que vous avez vue',
    all: 'tout',
    shown: '{n} modifications affichées sur {total}.',
    showAll: 'Tout afficher',
  },
};

const ES: ChangeWords = {
  changeLog: 'Registro de cambios',
  markedUpVersion: 'Versión con cambios marcados',
  between: 'Cambios de {from} a {to}',
  summary: 'Resumen de los cambios',
  mostSubstantive: 'Los cambios más sustantivos',
  kinds: {
    unchanged: 'sin cambios',
    edited: 'modificado',
    moved: 'trasladado',
    split: 'dividido',
    merged: 'fusionado',
    added: 'nuevo',
    deleted: 'suprimido',
  },
  flags: {
    retitled: 'título modificado',
    'level-changed': 'nivel modificado',
    'type-changed': 'forma modificada',
    'bracket-opened': 'corchetes añadidos',
    'bracket-lifted': 'corchetes retirados',
    'agreed-language-altered': 'texto convenido alterado',
    'alternative-chosen': 'alternativa elegida',
    'alternative-added': 'alternativa añadida',
    'modal-strength': 'fuerza obligatoria modificada',
    negation: 'negación o excepción modificada',
    actor: 'quién debe actuar modificado',
    deadline: 'plazo modificado',
    'defined-term': 'término definido modificado',
    amount: 'importe modificado',
    percentage: 'porcentaje modificado',
    number: 'número modificado',
    date: 'fecha modificada',
    'link-target': 'destino del enlace modificado',
    citation: 'cita modificada',
    'cross-reference': 'remisión modificada',
    footnote: 'nota al pie',
    table: 'cuadro',
    formatting: 'formato modificado',
    renumbered: 'renumerado',
    typography: 'tipografía',
    metadata: 'destinatario o plazo',
    'id-reused': 'identificador usado antes para otro texto',
    limited: 'comparación incompleta',
  },
  responses: {
    accepted: 'aceptada',
    'accepted-in-part': 'aceptada en parte',
    noted: 'anotada',
    'not-accepted': 'no aceptada',
    'out-of-scope': 'fuera de alcance',
    duplicate: 'duplicada',
    deferred: 'aplazada',
    withdrawn: 'retirada',
  },
  count: 'Pasajes',
  passages: 'Qué ocurrió',
  noChanges: 'Nada ha cambiado.',
  editorial: 'de redacción',
  substantive: 'sustantivo',
  why: 'Motivo',
  reasonNotPublic: 'El motivo no es público.',
  noReason: 'No consta ningún motivo.',
  formerly: 'antes {n}',
  inputFrom: 'Aportación {input} de {from} ({decision})',
  input: 'Aportación {input} ({decision})',
  decision: 'Decisión {decision}',
  decisionAlone: 'Decisión {decision} del grupo básico, cuyo texto no es público.',
  commit: 'Commit {commit}, {date}',
  sentenceFrom: 'Toma una frase de {n}',
  sentenceTo: 'Cede una frase a {n}',
  limits: 'Lo que no se pudo ver',
  unnamedSection: 'Sin sección',
  systematic: 'Sustituciones recurrentes',
  replaced: '«{from}» pasó a ser «{to}» ({n} veces)',
  putIn: 'se añadió «{to}» ({n} veces)',
  takenOut: 'se retiró «{from}» ({n} veces)',
  page: 'página {n}',
  overruled: 'Juzgado por personas; el programa había dicho: {was}',
  overruledBy: 'Juzgado por {by}; el programa había dicho: {was}',
  seen: {
    'as-now': 'figuraba así en {stage}',
    'as-before': 'nuevo desde {stage}',
    otherwise: 'modificado de nuevo desde {stage}',
    back: 'restablecido desde {stage}',
  },
  onlySubstantive: 'Solo se señalan los cambios sustantivos; los de redacción figuran como se leen ahora.',
  filters: {
    title: 'Elegir lo que se muestra',
    kind: 'Qué ocurrió',
    severity: 'Alcance',
    section: 'Sección',
    input: 'Aportación',
    seen: 'Desde la versión que usted vio',
    all: 'todo',
    shown: 'Se muestran {n} de {total} cambios.',
    showAll: 'Mostrar todo',
  },
};

const BY_LANGUAGE: ReadonlyMap<string, ChangeWords> = new Map([
  ['en', EN],
  ['fr', FR],
  ['es', ES],
]);

/**
 * The words of change logs in a language; English where there are none for it.
 *
 * @param language BCP 47, such as `fr` or `zh-Hans`
 */
export function changeWords(language: string): ChangeWords {
  return BY_LANGUAGE.get(language.toLowerCase().split('-')[0] ?? '') ?? EN;
}
