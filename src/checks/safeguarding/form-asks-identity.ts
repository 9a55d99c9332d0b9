import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** A survey form does not record who somebody is, nor where they are. */
export const formAsksIdentity: Check = formCheck({
  id: 'safeguarding/form-asks-identity',
  about: 'A survey form does not record who somebody is, nor where they are.',
  why: 'What a form records of the device, the phone number, the place or the account names or traces whoever answers; a stolen phone or a leaked file exposes them. Consultations do not need it.',
  severity: 'warning',
  examples: formExamples('## Device {#q1}\n\n', [
    '`type: form` `form-type: deviceid`\n',
    '`type: form` `form-type: today`\n',
  ]),
});
