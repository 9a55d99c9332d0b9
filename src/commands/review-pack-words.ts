import { AR, RU, ZH } from './review-pack-translations.ts';

/** The words of what goes to reviewers beside the draft. `{}` stands for a name, a date or a number. */
export interface PackWords {
  readonly cover: string;
  readonly sheet: string;
  readonly dear: string;
  readonly invitation: string;
  /** Between the title of the text and that of its stage. */
  readonly comma: string;
  readonly deadline: string;
  readonly noDeadline: string;
  readonly how: string;
  readonly comments: string;
  readonly tracked: string;
  readonly eitherSheet: string;
  readonly form: string;
  readonly sendBack: string;
  readonly privacy: string;
  readonly inside: string;
  readonly file: string;
  readonly what: string;
  readonly clean: string;
  readonly markedUp: string;
  readonly sheetHelp: string;
  readonly questionnaire: string;
  /** Columns of the comment sheet. */
  readonly columns: readonly string[];
}

const EN: PackWords = {
  cover: 'Invitation to comment',
  sheet: 'Comment sheet',
  dear: 'For {}',
  invitation: 'You are invited to comment on “{}”.',
  comma: ', ',
  deadline: 'Please send your comments by {}.',
  noDeadline: 'No deadline has been set.',
  how: 'How to comment',
  comments:
    'Open the draft in Word or LibreOffice and add comments to the words they are about. The text itself is locked.',
  tracked: 'Open the draft in Word or LibreOffice and edit it: every edit is tracked. Add comments to say why.',
  eitherSheet:
    'Or fill in the comment sheet: one row for each comment, with the number of the paragraph and the wording you propose.',
  form: 'Answer the questionnaire in its file: tick boxes, choose from lists, write into the fields.',
  sendBack: 'Send back the files you filled in, under their names. There is no need to send back the others.',
  privacy: 'Please write no names of children and nothing by which a child could be found.',
  inside: 'What is in this package',
  file: 'File',
  what: 'What it is',
  clean: 'The draft',
  markedUp: 'The draft with its changes since “{}”',
  sheetHelp: 'The comment sheet, for Word and for spreadsheet programs',
  questionnaire: 'The questionnaire',
  columns: [
    'Organisation',
    'Line number',
    'Section',
    'Paragraph',
    'Type of comment',
    'Comments',
    'Proposed change',
    'Observations of the secretariat',
  ],
};

const FR: PackWords = {
  cover: 'Invitation à commenter',
  sheet: 'Grille de commentaires',
  dear: 'Pour {}',
  invitation: 'Vous êtes invité à commenter « {} ».',
  comma: ', ',
  deadline: 'Veuillez envoyer vos commentaires au plus tard le {}.',
  noDeadline: 'Aucune date limite n’a été fixée.',
  how: 'Comment commenter',
  comments:
    'Ouvrez le projet dans Word ou LibreOffice et ajoutez des commentaires aux mots concernés. Le texte lui-même est verrouillé.',
  tracked:
    'Ouvrez le projet dans Word ou LibreOffice et modifiez-le : toute modification est suivie. Ajoutez des commentaires pour dire pourquoi.',
  eitherSheet:
    'Ou remplissez la grille de commentaires : une ligne par commentaire, avec le numéro du paragraphe et la formulation que vous proposez.',
  form: 'Répondez au questionnaire dans son fichier : cochez des cases, choisissez dans des listes, écrivez dans les champs.',
  sendBack:
    'Renvoyez les fichiers que vous avez remplis, sous leur nom. Il n’est pas nécessaire de renvoyer les autres.',
  privacy: 'Veuillez n’écrire aucun nom d’enfant ni rien qui permette de retrouver un enfant.',
  inside: 'Contenu de cet envoi',
  file: 'Fichier',
  what: 'Contenu',
  clean: 'Le projet',
  markedUp: 'Le projet avec ses modifications depuis « {} »',
  sheetHelp: 'La grille de commentaires, pour Word et pour les tableurs',
  questionnaire: 'Le questionnaire',
  columns: [
    'Organisation',
    'Numéro de ligne',
    'Section',
    'Paragraphe',
    'Type de commentaire',
    'Commentaires',
    'Changement proposé',
    'Observations du secrétariat',
  ],
};

const ES: PackWords = {
  cover: 'Invitación a comentar',
  sheet: 'Planilla de comentarios',
  dear: 'Para {}',
  invitation: 'Se le invita a comentar «{}».',
  comma: ', ',
  deadline: 'Sírvase enviar sus comentarios a más tardar el {}.',
  noDeadline: 'No se ha fijado fecha límite.',
  how: 'Cómo comentar',
  comments:
    'Abra el borrador en Word o LibreOffice y añada comentarios a las palabras a las que se refieren. El texto está protegido.',
  tracked:
    'Abra el borrador en Word o LibreOffice y edítelo: cada cambio queda registrado. Añada comentarios para decir por qué.',
  eitherSheet:
    'O rellene la planilla de comentarios: una fila por comentario, con el número del párrafo y la redacción que propone.',
  form: 'Responda al cuestionario en su archivo: marque casillas, elija de las listas, escriba en los campos.',
  sendBack: 'Devuelva los archivos que haya rellenado, con sus nombres. No es necesario devolver los demás.',
  privacy: 'No escriba nombres de niñas o niños ni nada que permita localizarlos.',
  inside: 'Contenido de este envío',
  file: 'Archivo',
  what: 'Contenido',
  clean: 'El borrador',
  markedUp: 'El borrador con sus cambios desde «{}»',
  sheetHelp: 'La planilla de comentarios, para Word y para hojas de cálculo',
  questionnaire: 'El cuestionario',
  columns: [
    'Organización',
    'Número de línea',
    'Sección',
    'Párrafo',
    'Tipo de comentario',
    'Comentarios',
    'Cambio propuesto',
    'Observaciones de la secretaría',
  ],
};

const BY_LANGUAGE: Readonly<Record<string, PackWords>> = { ar: AR, en: EN, es: ES, fr: FR, ru: RU, zh: ZH };

/** The words for a language, and the language they are in: English where there are none for it. */
export function packWords(language: string): { readonly words: PackWords; readonly language: string } {
  const base = language.split('-')[0] ?? '';
  const words = Object.hasOwn(BY_LANGUAGE, base) ? BY_LANGUAGE[base] : undefined;
  return words === undefined ? { words: EN, language: 'en' } : { words, language };
}

/** Words with what belongs in their place. */
export function filled(words: string, value: string): string {
  return words.replace('{}', () => value);
}
