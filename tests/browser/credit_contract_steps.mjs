// From the insurers' offers to the policy that stands: the last steps of a placement, whatever its model (C6 to C17).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { click, confirm, download, fill, mailedLink, message, plain, text } from './credit_steps.mjs';
import { parts } from './workbook.mjs';
import { chooseFile } from './demo.mjs';

export async function enterOffer(desk, file, insurer, fields) {
  await desk.goto(`${file}/offres`);
  await click(desk, 'link', 'Saisir une offre');
  await desk.selectOption('[name=insurer]', { label: insurer });
  await fill(desk, fields);
  await click(desk, 'button', 'Enregistrer l’offre');
  await desk.getByText('L’offre est enregistrée').waitFor();
}

// C8: a round of negotiation; what changed is shown line by line.
export async function negotiate(desk, file, insurer, fields, changed) {
  await desk.goto(`${file}/offres`);
  await desk.locator('main').getByRole('link', { name: insurer }).first().click();
  await click(desk, 'link', 'Nouvelle version');
  await fill(desk, fields);
  await click(desk, 'button', 'Enregistrer cette version');
  await desk.getByText('La nouvelle version est enregistrée').waitFor();
  const rounds = plain(await desk.locator('.rounds').innerText());
  for (const words of ['Version 2', ...changed]) assert.ok(rounds.includes(words), `« ${words} » in ${rounds}`);
}

// C9.call: the limit that decides is spoken of with the underwriter.
export async function callUnderwriter(desk, subject) {
  await desk.locator('summary', { hasText: 'Prévoir un appel' }).click();
  const year = new Date().getFullYear() + 1;
  await fill(desk, { day: `${year}-01-12`, time: '10:30', underwriter: 'Camille Destrez', subject });
  await click(desk, 'button', 'Noter l’appel');
  await desk.locator('.call', { hasText: subject }).waitFor();
}

// C7: the comparison as PDF and as workbook; the words of both.
export async function downloadComparison(desk, file) {
  await desk.goto(`${file}/offres`);
  const paper = await download(desk, () => click(desk, 'link', 'Comparatif PDF'));
  const sheet = await download(desk, () => click(desk, 'link', 'Tableur'));
  const read = execFileSync('pdftotext', ['-layout', paper.path, '-'], { encoding: 'utf8' });
  return { paper: plain(read), sheet: plain([...parts(await readFile(sheet.path)).values()].join('\n')) };
}

// C36
export async function writeAdvice(desk, file, insurer) {
  await desk.goto(`${file}/offres`);
  await click(desk, 'link', 'Devoir de conseil');
  await desk.fill('[name=mandate_signed]', '2026-01-05');
  for (const name of ['orias', 'complaints', 'insurer_links', 'remuneration'])
    if (!(await desk.inputValue(`[name=${name}]`))) await desk.fill(`[name=${name}]`, `Renseigné : ${name}`);
  const proposed = await desk.inputValue('[name=recommendation]');
  assert.match(proposed, new RegExp(`Nous recommandons l’offre (de |d’)${insurer}`));
  await click(desk, 'button', 'Enregistrer');
  await desk.getByText('Le conseil est enregistré').waitFor();
}

// C37
export async function writeVigilance(desk, file) {
  await desk.goto(`${file}/offres`);
  await click(desk, 'link', 'Vigilance LCB-FT');
  await desk.fill('[name=identity_checked]', '2026-01-05');
  await desk.fill('[name=identity_paper]', 'Extrait Kbis');
  await desk.fill('[name=owners_named]', 'La dirigeante, 100 %');
  await desk.check('[name=owners][value=declared]');
  await desk.check('[name=exposure][value=none]');
  await desk.check('[name=screening][value=clear]');
  await click(desk, 'button', 'Enregistrer');
  await desk.getByText('Rien ne manque').waitFor();
}

export async function propose(desk, file, insurer) {
  await desk.goto(`${file}/offres`);
  await desk.locator('main').getByRole('link', { name: insurer }).first().click();
  await confirm(desk, 'Proposer au client');
  await desk.getByText('L’offre est proposée au client').waitFor();
}

// C9: on a phone without script; nothing is chosen beforehand, both papers can be read.
export async function accept(phone, outbox, client) {
  await phone.goto(await mailedLink(outbox, client.mail, 'Votre accord sur l’offre', '/offre/'));
  assert.equal(await phone.locator('input[type=radio]:checked').count(), 0);
  for (const paper of ['Information et conseil motivé', 'Comparatif des offres']) {
    const { path } = await download(phone, () => click(phone, 'link', paper));
    assert.match(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }), new RegExp(client.company));
  }
  await phone.check('[name=accuse]');
  await phone.check('[name=reponse][value=accepter]');
  await click(phone, 'button', 'Valider ma réponse');
  await phone.getByText('Vous avez accepté cette offre').waitFor();
}

// C10: drawn from the accepted offer where the insurer delegates it, or the insurer's own PDF.
export async function issuePolicy(desk, file, number, paper) {
  await desk.goto(file);
  await click(desk, 'link', 'Établir la police');
  if (!paper) await desk.locator('summary', { hasText: 'L’établir d’après l’offre' }).click();
  const form = desk.locator('main form', { has: desk.locator(`[name=origin][value=${paper ? 'filed' : 'drawn'}]`) });
  await form.locator('[name=number]').fill(number);
  if (paper) await chooseFile(form.locator('[name=file]'), paper);
  await form.locator('button[type=submit]').click();
  await desk.getByText('La police est prête').waitFor();
  await click(desk, 'button', 'Envoyer en signature');
  await desk.getByText('La police est partie en signature').waitFor();
}

// C11: the link shows no policy; the code sent by SMS does, and signs.
export async function sign(phone, outbox, client, number) {
  await phone.goto(await mailedLink(outbox, client.mail, 'Police à signer', '/signature/'));
  assert.doesNotMatch(await phone.locator('body').innerText(), new RegExp(number));
  await click(phone, 'button', 'Recevoir mon code');
  const sms = await (await message(outbox, 'sms', client.phone, 'votre code pour signer')).innerText();
  await phone.fill('[name=code]', sms.match(/code pour signer est (\d{8})/)[1]);
  await click(phone, 'button', 'Valider le code');
  assert.equal(await phone.locator('input[type=radio]:checked').count(), 0);
  await download(phone, () => click(phone, 'button', 'Lire la police (PDF)'));
  await phone.check('[name=consentement]');
  await phone.check('[name=reponse][value=signer]');
  await phone.locator('form:has([name=consentement]) button[type=submit]').click();
  await phone.getByText('La police est signée').waitFor();
}

const day = (date) => new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  .format(date).replace(/^1 /, '1er ');
// C12: up to the 15th the 1st of the month, later the 1st of the next.
function effectOf(now) {
  const [year, month, today] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now).split('-').map(Number);
  return day(Date.UTC(year, today > 15 ? month : month - 1, 1));
}

// C11.sealed, C12: other programs verify what the broker downloads, and find a byte that was changed.
export async function verifySigned(desk, file) {
  await desk.goto(file);
  await click(desk, 'link', 'Police et prise en main');
  assert.ok((await text(desk)).includes(effectOf(new Date())), `${effectOf(new Date())} in ${await text(desk)}`);
  for (const name of ['Police signée (PDF)', 'Dossier de preuve']) {
    const { path } = await download(desk, () => click(desk, 'link', name));
    const told = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
    assert.match(told, /Signature is Valid/, told);
    assert.match(told, /Total document signed/, told);
    const changed = await readFile(path);
    changed[changed.indexOf('stream') + 12] ^= 1;
    const forged = join(dirname(path), 'forged.pdf');
    writeFileSync(forged, changed);
    assert.doesNotMatch(execFileSync('pdfsig', ['-nocert', forged], { encoding: 'utf8' }), /Signature is Valid/);
  }
}

// C17: each point of the onboarding, with its day.
export async function onboard(desk) {
  const all = Number((await text(desk)).match(/Prise en main \(0 sur (\d)\)/)[1]);
  for (let done = 1; done <= all; ++done) {
    await desk.locator('.onboarding summary', { hasText: 'Noter' }).first().click();
    await desk.locator('.onboarding details[open] button[type=submit]').click();
    await desk.getByText(`Prise en main (${done} sur ${all})`).waitFor();
  }
}
