import { describe, expect, it } from 'vitest';
import { personalDataAsked } from '../../../../src/text/questionnaire/personal-data-asked.ts';

const asked = (text: string, choices = 0, form = {}) =>
  personalDataAsked({
    text,
    form,
    choices: Array.from({ length: choices }, (_, line) => ({ code: `c${line}`, label: '', line })),
  });

describe('personalDataAsked', () => {
  it.each([
    ['What is your name?', 'a name'],
    ['Name', 'a name'],
    ['Name of the child', 'a name'],
    ['Comment t’appelles-tu ?', 'a name'],
    ['Votre nom et votre fonction', 'a name'],
    ['¿Cómo te llamas?', 'a name'],
    ['Nombre completo', 'a name'],
    ['ما اسمك؟', 'a name'],
    ['你的名字是什么？', 'a name'],
    ['Как тебя зовут?', 'a name'],
    ['Фамилия', 'a name'],
    ['Phone', 'a phone number'],
    ['WhatsApp number of the focal point', 'a phone number'],
    ['Numéro de téléphone', 'a phone number'],
    ['رقم الهاتف', 'a phone number'],
    ['手机号码', 'a phone number'],
    ['Номер телефона', 'a phone number'],
    ['Your e-mail', 'an e-mail address'],
    ['Correo electrónico', 'an e-mail address'],
    ['Электронная почта', 'an e-mail address'],
    ['Home address', 'an address'],
    ['Coordonnées GPS de la réunion', 'a position on the map'],
    ['How old are you?', 'an exact age'],
    ['Quel âge as-tu ?', 'an exact age'],
    ['كم عمرك؟', 'an exact age'],
    ['你几岁？', 'an exact age'],
    ['Сколько тебе лет?', 'an exact age'],
    ['Date of birth', 'a date of birth'],
    ['出生日期', 'a date of birth'],
    ['Which school do you go to?', 'a school'],
    ['¿En qué escuela estudias?', 'a school'],
    ['Passport number', 'a number of an identity document'],
    ['身份证号码', 'a number of an identity document'],
  ])('finds that %j asks for %s', (text, what) => {
    expect(asked(text)).toEqual([what]);
  });

  it.each([
    'What gets in the way?',
    'What is the name of your organization?',
    'Name of the programme that works well',
    'Quel est le nom de votre organisation ?',
    'Sous quel nom votre réseau est-il connu ?',
    'What do you like about your school?',
    'What should schools and teachers do?',
    'At what age should children be heard?',
    'How can children reach you by phone or e-mail?',
    'Which age groups does your organization work with?',
    'Addressing barriers: what helps?',
    'In which country do you live?',
    'Should birth registration be part of the guidance?',
    '哪些儿童被遗忘？',
    'Какие дети забыты?',
    'ما الذي ينقص؟',
    '¿A qué edad deberían ser escuchados los niños?',
  ])('finds nothing in %j', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('lets ages be asked in bands, but not days of birth', () => {
    expect(asked('How old are you?', 3)).toEqual([]);
    expect(asked('Year of birth', 3)).toEqual(['a date of birth']);
  });

  it('knows what survey programs ask for without words', () => {
    expect(asked('', 0, { type: 'deviceid' })).toEqual(['the device']);
    expect(asked('Where was it?', 0, { type: 'geopoint' })).toEqual(['a position on the map']);
    expect(asked('', 0, { type: 'audit', parameters: 'location-priority=balanced' })).toEqual([
      'a position on the map',
    ]);
    expect(asked('', 0, { type: 'start' })).toEqual([]);
    expect(asked('Your name will be removed from everything.', 0, { type: 'note' })).toEqual([]);
  });
});
