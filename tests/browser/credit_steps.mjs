// The nine steps of a placement as its people click through them, whatever the model of contract (C1 to C17).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { filled } from './workbook.mjs';
import { chooseFile } from './demo.mjs';

export const accounts = { broker: 'solene@aldebert.example', underwriter: 'arbitrage@coface.example' };

// Nine digits whose check sum holds.
export function siren(eight) {
  const sum = [...eight].reduce((total, digit, at) => total + [...String(Number(digit) * (at % 2 ? 2 : 1))]
    .reduce((all, each) => all + Number(each), 0), 0);
  return eight + String((10 - (sum % 10)) % 10);
}

const path = (page) => new URL(page.url()).pathname;
export const click = (page, role, name) => page.getByRole(role, { name }).first().click();
// A button that asks once more before it acts.
export async function confirm(page, name) {
  await click(page, 'button', name);
  await page.locator('[popover]:popover-open').getByRole('button', { name }).click();
}
// Without the difference between a space and one that does not break.
export const plain = (written) => written.replace(/[\u00a0\u202f]/g, ' ');
export const text = async (page) => plain(await page.locator('main').innerText());

// The newest message of the outbox to that address with these words.
export async function message(outbox, channel, address, words) {
  for (let attempt = 0; attempt < 80; ++attempt) {
    await outbox.goto(`/demo/messages?canal=${channel}`);
    const found = outbox.locator('article.message', { hasText: address }).filter({ hasText: words }).first();
    if (await found.count()) return found;
    await outbox.waitForTimeout(250);
  }
  throw new Error(`no message to ${address} with « ${words} »`);
}
export async function download(page, act) {
  const [saved] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: saved.suggestedFilename(), path: await saved.path() };
}
export async function mailedLink(outbox, address, words, beginning) {
  return (await message(outbox, 'mail', address, words)).locator(`a[href^="${beginning}"]`).first().getAttribute('href');
}
// C4.mailed: the file that came with that mail.
export async function mailedFile(outbox, address, words) {
  const piece = (await message(outbox, 'mail', address, words)).locator('a[href*="/pieces/"]').first();
  const { name, path } = await download(outbox, () => piece.click());
  return { name, bytes: await readFile(path) };
}
const digits = (said, pattern) => said.match(pattern)[1].replace(/\D/g, '');

export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption(value);
    else await field.fill(value);
  }
}

// A link that a code opens on this device (C2.link, C4.link).
export async function openByCode(page, outbox, link, address) {
  await page.goto(link);
  await click(page, 'button', 'Recevoir mon code');
  const mail = await (await message(outbox, 'mail', address, 'Votre code pour ouvrir')).innerText();
  await page.fill('[name=code]', digits(mail, /: (\d{4}\s?\d{4})/));
  await click(page, 'button', 'Ouvrir');
  await page.waitForURL((url) => url.pathname === link && !url.search);
}

// C1: the first call; the answer is where the file is.
export async function noteFirstCall(desk, client) {
  await desk.goto('/credit');
  await click(desk, 'link', 'Ouvrir un dossier');
  await fill(desk, { company_name: client.company, siren: client.siren, size: client.size, contact_name: client.contact,
    contact_email: client.mail, contact_phone: client.phone, need: 'credit_insurance', channel: 'phone', notes: client.notes });
  await click(desk, 'button', 'Ouvrir le dossier');
  await desk.waitForURL(/\/credit\/dossiers\/\d+$/);
  return path(desk);
}

export async function sendQuestionnaire(desk, file) {
  await desk.goto(file);
  await desk.locator('main').getByRole('link', { name: 'Risques' }).first().click();
  await click(desk, 'button', 'Envoyer le questionnaire');
  await desk.getByText('Le questionnaire est envoyé').waitFor();
}

// C2, first sitting: what the company types is kept without a button.
export async function startQuestionnaire(phone, client) {
  for (const [name, value] of Object.entries(client.answers).slice(0, 4)) {
    const kept = phone.waitForResponse((answer) => answer.request().method() === 'POST');
    await phone.locator(`main [name="${name}"]`).fill(value);
    await phone.keyboard.press('Tab');
    await kept;
  }
  await phone.locator('#avancement strong').filter({ hasText: /^4 sur/ }).waitFor();
}

// C2, another sitting: the rest of the answers, two buyers by hand, an unpaid invoice.
export async function fillQuestionnaire(phone, client) {
  for (const [name, value] of Object.entries(client.answers).slice(0, 4))
    assert.equal(await phone.inputValue(`main [name="${name}"]`), value, `${name} is as it was left`);
  await fill(phone, client.answers);
  await click(phone, 'button', 'Enregistrer');
  await phone.waitForLoadState();
  for (const [name, identifier, exposure, terms] of client.byHand) {
    const form = phone.locator('form[action$="/acheteurs"]');
    if (!(await form.isVisible())) await phone.locator('summary', { hasText: 'Ajouter un acheteur' }).click();
    for (const [field, value] of Object.entries({ name, identifier, exposure, terms_days: terms }))
      await form.locator(`[name=${field}]`).fill(value);
    await form.getByRole('button', { name: 'Ajouter cet acheteur' }).click();
    await phone.locator('#acheteurs').getByText(name).first().waitFor();
  }
  await phone.locator('summary', { hasText: 'Déclarer un impayé' }).click();
  const year = new Date().getFullYear() - 1;
  await fill(phone, { buyer_name: client.byHand[0][0], amount: '4 200', due_on: `${year}-03-31`, cause: 'protracted_default' });
  await click(phone, 'button', 'Ajouter cet impayé');
  await phone.locator('#impayes').getByText('4 200').first().waitFor();
  for (const none of [year + 1, year - 1, year - 2]) {
    await click(phone, 'button', `Aucun impayé en ${none}`);
    await phone.locator('#impayes li', { hasText: String(none) }).getByText('Aucun impayé', { exact: true }).waitFor();
  }
}

const rowOf = ([name, identifier, exposure, terms, country = 'France']) => [name, identifier, country, exposure, terms];

// C2.import: rows copied from a spreadsheet, one of them wrong; then the model workbook, filled in.
export async function importBuyers(phone, client) {
  await click(phone, 'link', 'Importer une liste');
  const wrong = ['Quincaillerie Ombrelle', '123 456 789', 'France', '9 000', '30'];
  await phone.fill('[name=paste]', [...client.pasted.map(rowOf), wrong].map((row) => row.join('\t')).join('\n'));
  await click(phone, 'button', 'Importer');
  await phone.getByText(`1 ligne à corriger sur ${client.pasted.length + 1}`).waitFor();
  assert.match(await text(phone), new RegExp(`${client.pasted.length + 1}\\s+SIREN ou registre[^]*Ce SIREN n’est pas valable`));
  await click(phone, 'button', `Prendre ${client.pasted.length} bonnes lignes`);
  await phone.getByText('acheteurs ajoutés').waitFor();
  await click(phone, 'link', 'Importer une liste');
  const model = await download(phone, () => click(phone, 'link', 'Télécharger un modèle Excel'));
  const cells = {};
  client.inFile.map(rowOf).forEach(([name, identifier, country, exposure, terms], at) =>
    Object.assign(cells, { [`A${at + 2}`]: name, [`B${at + 2}`]: identifier, [`C${at + 2}`]: country,
      [`D${at + 2}`]: Number(exposure.replace(/\s/g, '')), [`E${at + 2}`]: terms }));
  await chooseFile(phone.locator('[name=list]'), { name: 'mes clients.xlsx', buffer: filled(await readFile(model.path), cells),
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  await click(phone, 'button', 'Importer');
  await phone.getByText('acheteurs ajoutés').waitFor();
}

export async function handOver(phone) {
  await phone.locator('#avancement').getByText('Tout est là').waitFor();
  await click(phone, 'button', 'Transmettre à mon courtier');
  await phone.getByText('Il est chez votre courtier').waitFor();
}

// C4, C5: the insurers of that list alone, by name; a note that names the client is refused first.
export async function askInsurers(desk, file, client, insurers) {
  await desk.goto(file);
  await click(desk, 'link', 'Préparer le test à blanc');
  for (const choice of await desk.locator('.insurer-choice').all())
    await choice.locator('input[type=checkbox]').setChecked(insurers.includes((await choice.locator('.choice').innerText()).trim()));
  assert.equal(await desk.inputValue('[name=naming]'), 'anonymous');
  await desk.fill('[name=note]', `Pour ${client.company.toUpperCase()}, qui exporte.`);
  await click(desk, 'button', 'Envoyer le test à blanc');
  await desk.getByText('fait reconnaître le client').first().waitFor();
  await desk.fill('[name=note]', 'Liste du mois, délais courts.');
  await click(desk, 'button', 'Envoyer le test à blanc');
  await desk.getByText('Le test à blanc est parti').waitFor();
  return (await desk.locator('.page-header').innerText()).match(/TB-\d{4}-\d{6}-\d/)[0];
}

// C5: by keyboard and by a block copied from a spreadsheet, in the insurer's own space.
export async function answerInSpace(space, test, answers) {
  await space.goto('/souscription');
  await space.locator('tbody tr', { hasText: test }).locator('a').first().click();
  await click(space, 'button', 'Accuser réception');
  await space.getByText('Le courtier sait que vous l’avez reçu').waitFor();
  await space.locator('[name=k_1]').focus();
  await space.keyboard.type('Accord total');
  await space.keyboard.press('Enter');  // the field below
  assert.equal(await space.evaluate(() => document.activeElement.name), 'k_2');
  await space.evaluate((block) => navigator.clipboard.writeText(block), answers.slice(1).map((row) => row.join('\t')).join('\n'));
  await space.keyboard.press('Control+V');
  await click(space, 'button', 'Enregistrer les réponses');
  await space.getByText(`${answers.length} réponses enregistrées`).waitFor();
}

// C4.file: the workbook that came by mail is filled in and handed in behind the mailed link.
export async function answerByWorkbook(page, received, answers) {
  await page.locator('summary', { hasText: 'Répondre par tableau Excel' }).click();
  const cells = {};
  answers.forEach(([choice, amount, condition], at) => {
    cells[`H${at + 2}`] = choice;
    if (amount) cells[`I${at + 2}`] = Number(amount.replace(/\s/g, ''));
    if (condition) cells[`J${at + 2}`] = condition;
  });
  await chooseFile(page.locator('[name=file]'), { name: received.name, buffer: filled(received.bytes, cells),
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  await click(page, 'button', 'Déposer mes réponses');
  await page.getByText(`${answers.length} réponses enregistrées`).waitFor();
}

// C6: who does not answer says so behind his own link.
export async function decline(page, outbox, test, address) {
  await openByCode(page, outbox, await mailedLink(outbox, address, test, '/test-a-blanc/'), address);
  await page.locator('summary', { hasText: 'Décliner ce test' }).click();
  await page.fill('[name=reason]', 'Secteur hors de notre appétit.');
  await click(page, 'button', 'Décliner');
  await page.getByText('Votre refus est transmis').waitFor();
}

export async function closeTest(desk, file) {
  await desk.goto(`${file}/matrice`);
  await confirm(desk, 'Clore le test');
  await desk.getByText('Le test est clos').waitFor();
}

// C35: a cell opens under the matrix, without leaving it, and says what counts of it.
export async function openCell(desk, buyer, insurer, words) {
  const head = (await desk.locator('.matrix thead th').allInnerTexts()).findIndex((label) => label.startsWith(insurer));
  await desk.locator('.matrix tbody tr', { hasText: buyer }).locator('th, td').nth(head).locator('a').click();
  const opened = desk.locator('#reponse .cell-how', { hasText: buyer }).filter({ hasText: insurer });
  await opened.waitFor();
  for (const each of words) assert.ok(plain(await opened.innerText()).includes(each), `« ${each} » in ${await opened.innerText()}`);
  assert.match(path(desk), /\/matrice$/);
}
