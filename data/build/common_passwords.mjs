// Writes data/common_passwords.txt: the most used passwords of eight characters or more, lower case, one a line,
// sorted by code point.
//   node data/build/common_passwords.mjs
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const shortest = 8, kept = 5000;

const require = createRequire(import.meta.url);
const library = dirname(require.resolve('@zxcvbn-ts/language-common'));
const byFrequency = JSON.parse(readFileSync(join(library, '../src/passwords.json'), 'utf8'));
const french = readFileSync(new URL('common_passwords_fr.txt', import.meta.url), 'utf8').trimEnd().split('\n');

const longEnough = byFrequency.map(password => password.toLowerCase()).filter(password => password.length >= shortest);
const passwords = new Set([...longEnough.slice(0, kept), ...french]);
writeFileSync(new URL('../common_passwords.txt', import.meta.url), [...passwords].sort().join('\n') + '\n');
