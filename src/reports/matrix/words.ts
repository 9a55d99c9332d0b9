/** The words of the comments matrix as a report, in the six languages of the United Nations. */

/** What the report itself prints; words for decisions and kinds stand elsewhere. */
export interface MatrixWords {
  readonly title: string;
  readonly by: Readonly<Record<'section' | 'contributor' | 'round', string>>;
  readonly totals: string;
  /** With `{n}` inputs of which `{answered}` are answered. */
  readonly counted: string;
  readonly decision: string;
  readonly inputs: string;
  readonly reactions: Readonly<Record<'satisfied' | 'not-satisfied' | 'no-reply' | 'none', string>>;
  readonly all: string;
  readonly open: string;
  readonly input: string;
  readonly said: string;
  readonly became: string;
  readonly proposed: string;
  readonly see: string;
  readonly reaction: string;
  readonly deferredTo: string;
  readonly together: string;
  readonly notPublic: string;
  readonly noSection: string;
  readonly notNamed: string;
  readonly nothing: string;
  /** Between a label and what it labels. */
  readonly colon: string;
}

const EN: MatrixWords = {
  title: 'Comments matrix',
  by: { section: 'by section', contributor: 'by contributor', round: 'by round' },
  totals: 'Totals',
  counted: 'Inputs: {n}, of which answered: {answered}.',
  decision: 'Decision',
  inputs: 'Inputs',
  reactions: {
    satisfied: 'Satisfied',
    'not-satisfied': 'Not satisfied',
    'no-reply': 'No reply',
    none: 'No reaction recorded',
  },
  all: 'All',
  open: 'no response yet',
  input: 'Input',
  said: 'What was said',
  became: 'What became of it',
  proposed: 'Proposed change',
  see: 'See',
  reaction: 'Reaction',
  deferredTo: 'Deferred to',
  together: 'Together with',
  notPublic: 'The reason is not public.',
  noSection: 'Not about one section',
  notNamed: 'Contributors who are not named',
  nothing: 'No input matches what was asked for.',
  colon: ': ',
};

const FR: MatrixWords = {
  title: 'Tableau des contributions',
  by: { section: 'par section', contributor: 'par contributeur', round: 'par tour' },
  totals: 'Totaux',
  counted: 'Contributions : {n}, dont traitées : {answered}.',
  decision: 'Décision',
  inputs: 'Contributions',
  reactions: {
    satisfied: 'Satisfait',
    'not-satisfied': 'Non satisfait',
    'no-reply': 'Sans réponse',
    none: 'Aucune réaction enregistrée',
  },
  all: 'Total',
  open: 'sans réponse à ce jour',
  input: 'Contribution',
  said: 'Ce qui a été dit',
  became: 'Suite donnée',
  proposed: 'Modification proposée',
  see: 'Voir',
  reaction: 'Réaction',
  deferredTo: 'Reportée à',
  together: 'Avec',
  notPublic: 'Le motif n’est pas public.',
  noSection: 'Ne porte pas sur une section en particulier',
  notNamed: 'Contributeurs qui ne sont pas nommés',
  nothing: 'Aucune contribution ne correspond à la demande.',
  colon: ' : ',
};

const ES: MatrixWords = {
  title: 'Matriz de aportaciones',
  by: { section: 'por sección', contributor: 'por contribuyente', round: 'por ronda' },
  totals: 'Totales',
  counted: 'Aportaciones: {n}, de ellas respondidas: {answered}.',
  decision: 'Decisión',
  inputs: 'Aportaciones',
  reactions: {
    satisfied: 'Conforme',
    'not-satisfied': 'No conforme',
    'no-reply': 'Sin respuesta',
    none: 'Sin reacción registrada',
  },
  all: 'Total',
  open: 'aún sin respuesta',
  input: 'Aportación',
  said: 'Lo que se dijo',
  became: 'Qué se hizo con ello',
  proposed: 'Cambio propuesto',
  see: 'Véase',
  reaction: 'Reacción',
  deferredTo: 'Aplazada a',
  together: 'Junto con',
  notPublic: 'El motivo no es público.',
  noSection: 'Sin relación con una sección concreta',
  notNamed: 'Contribuyentes que no se nombran',
  nothing: 'Ninguna aportación corresponde a lo pedido.',
  colon: ': ',
};

const AR: MatrixWords = {
  title: 'مصفوفة التعليقات',
  by: { section: 'حسب القسم', contributor: 'حسب المساهم', round: 'حسب الجولة' },
  totals: 'المجاميع',
  counted: 'المساهمات: {n}، منها ما تم الرد عليه: {answered}.',
  decision: 'القرار',
  inputs: 'المساهمات',
  reactions: {
    satisfied: 'راضٍ',
    'not-satisfied': 'غير راضٍ',
    'no-reply': 'بلا رد',
    none: 'لم يُسجَّل أي رد فعل',
  },
  all: 'المجموع',
  open: 'لا رد بعد',
  input: 'المساهمة',
  said: 'ما قيل',
  became: 'ما آل إليه',
  proposed: 'التغيير المقترح',
  see: 'انظر',
  reaction: 'رد الفعل',
  deferredTo: 'أُجّلت إلى',
  together: 'مع',
  notPublic: 'السبب غير معلن.',
  noSection: 'لا تتعلق بقسم بعينه',
  notNamed: 'مساهمون لم تُذكر أسماؤهم',
  nothing: 'لا توجد مساهمة تطابق ما طُلب.',
  colon: ': ',
};

const RU: MatrixWords = {
  title: 'Сводная таблица замечаний',
  by: { section: 'по разделам', contributor: 'по авторам', round: 'по раундам' },
  totals: 'Итоги',
  counted: 'Предложений: {n}, из них рассмотрено: {answered}.',
  decision: 'Решение',
  inputs: 'Предложения',
  reactions: {
    satisfied: 'Согласны',
    'not-satisfied': 'Не согласны',
    'no-reply': 'Нет ответа',
    none: 'Отклик не зарегистрирован',
  },
  all: 'Всего',
  open: 'пока без ответа',
  input: 'Предложение',
  said: 'Что было сказано',
  became: 'Что сделано',
  proposed: 'Предлагаемое изменение',
  see: 'См.',
  reaction: 'Отклик',
  deferredTo: 'Отложено до',
  together: 'Вместе с',
  notPublic: 'Причина не разглашается.',
  noSection: 'Не относится к отдельному разделу',
  notNamed: 'Авторы, которые не названы',
  nothing: 'Нет предложений, соответствующих запросу.',
  colon: ': ',
};

const ZH: MatrixWords = {
  title: '意见汇总表',
  by: { section: '按章节', contributor: '按提出方', round: '按轮次' },
  totals: '总计',
  counted: '意见：{n}条，其中已答复：{answered}条。',
  decision: '处理决定',
  inputs: '意见',
  reactions: { satisfied: '满意', 'not-satisfied': '不满意', 'no-reply': '未回复', none: '未记录反馈' },
  all: '合计',
  open: '尚未答复',
  input: '意见',
  said: '意见内容',
  became: '处理情况',
  proposed: '修改建议',
  see: '见',
  reaction: '反馈',
  deferredTo: '推迟至',
  together: '合并处理：',
  notPublic: '理由不公开。',
  noSection: '不针对某一章节',
  notNamed: '未具名的提出方',
  nothing: '没有符合条件的意见。',
  colon: '：',
};

const BY_LANGUAGE: ReadonlyMap<string, MatrixWords> = new Map([
  ['en', EN],
  ['fr', FR],
  ['es', ES],
  ['ar', AR],
  ['ru', RU],
  ['zh', ZH],
]);

/**
 * The words for a language; English where there are none for it.
 *
 * @param language BCP 47, such as `fr` or `zh-Hans`.
 */
export function matrixWords(language: string): MatrixWords {
  return BY_LANGUAGE.get(language.toLowerCase().split('-')[0] ?? '') ?? EN;
}
