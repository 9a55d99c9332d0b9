/** The words a survey form says by itself, in the six languages of the United Nations. */

/** Words in one language. */
export interface FormWords {
  readonly yes: string;
  readonly no: string;
  /** Read by those who do not consent. */
  readonly refused: string;
  readonly consent: string;
  readonly purpose: string;
  readonly used: string;
  readonly seen: string;
  readonly withdraw: string;
  readonly contact: string;
  readonly deadline: string;
}

const WORDS: Readonly<Record<string, FormWords>> = {
  en: {
    yes: 'Yes',
    no: 'No',
    refused: 'Thank you. Nothing was asked and nothing is kept.',
    consent: 'Do you agree to take part?',
    purpose: 'Why we ask',
    used: 'How your answers are used',
    seen: 'Who sees them',
    withdraw: 'You can withdraw',
    contact: 'Contact',
    deadline: 'Please answer by',
  },
  fr: {
    yes: 'Oui',
    no: 'Non',
    refused: 'Merci. Rien n’a été demandé et rien n’est conservé.',
    consent: 'Acceptez-vous de participer ?',
    purpose: 'Pourquoi nous posons ces questions',
    used: 'Comment vos réponses sont utilisées',
    seen: 'Qui les voit',
    withdraw: 'Vous pouvez vous retirer',
    contact: 'Contact',
    deadline: 'Merci de répondre avant le',
  },
  es: {
    yes: 'Sí',
    no: 'No',
    refused: 'Gracias. No se ha preguntado nada y no se guarda nada.',
    consent: '¿Acepta participar?',
    purpose: 'Por qué preguntamos',
    used: 'Cómo se utilizan sus respuestas',
    seen: 'Quién las ve',
    withdraw: 'Puede retirarse',
    contact: 'Contacto',
    deadline: 'Responda antes del',
  },
  ar: {
    yes: 'نعم',
    no: 'لا',
    refused: 'شكرا. لم يُطرح أي سؤال ولم يُحفظ أي شيء.',
    consent: 'هل توافق على المشاركة؟',
    purpose: 'لماذا نسأل',
    used: 'كيف تُستخدم إجاباتك',
    seen: 'من يطّلع عليها',
    withdraw: 'يمكنك الانسحاب',
    contact: 'للاتصال',
    deadline: 'يرجى الإجابة قبل',
  },
  ru: {
    yes: 'Да',
    no: 'Нет',
    refused: 'Спасибо. Вопросы не задавались, и ничего не сохраняется.',
    consent: 'Вы согласны участвовать?',
    purpose: 'Почему мы спрашиваем',
    used: 'Как используются ваши ответы',
    seen: 'Кто их увидит',
    withdraw: 'Вы можете отказаться',
    contact: 'Контакт',
    deadline: 'Просим ответить до',
  },
  zh: {
    yes: '是',
    no: '否',
    refused: '谢谢。没有提出任何问题，也没有保存任何内容。',
    consent: '您同意参加吗？',
    purpose: '我们为什么提问',
    used: '您的回答如何使用',
    seen: '谁会看到',
    withdraw: '您可以退出',
    contact: '联系方式',
    deadline: '请在此日期前答复',
  },
};

/**
 * The words for a language; English where there are none for it.
 *
 * @param language BCP 47.
 */
export function formWords(language: string): FormWords {
  const english = WORDS.en as FormWords;
  return WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? english;
}
