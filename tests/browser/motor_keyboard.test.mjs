// The repairers' desk without a mouse (P18): what takes the focus is seen, the list, a file and the rates are walked by
// keys, and a block pasted into the grid loses nothing in silence (M9, M10, M26).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { enter, openDemo } from './demo.mjs';

const garageMail = 'bruno@carrosserie-belmont.example';

// What has the focus, as a person sees it.
const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  // A row's link is outlined by the box over its whole row; a file's field by the box it is dropped onto.
  const faces = [getComputedStyle(at), getComputedStyle(at, '::after')];
  for (let up = at.parentElement, i = 0; up && i < 2; up = up.parentElement, ++i) faces.push(getComputedStyle(up));
  const marked = faces.some((face) => face.outlineStyle !== 'none' && face.outlineStyle !== '' || face.boxShadow !== 'none' && face.boxShadow !== '');
  const box = at.getBoundingClientRect();
  const label = `${at.tagName.toLowerCase()} « ${(at.getAttribute('aria-label') || at.textContent || at.name).trim().slice(0, 40)} »`;
  return { label, marked, seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.left < innerWidth };
});

// Tab from the top of the page: each stop is on the screen and marked.
async function tabThrough(page, address, most) {
  await page.goto(address);
  const lost = [];
  let stops = 0;
  for (; stops < most; ++stops) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at) break;  // the page is over
    if (!at.seen || !at.marked) lost.push(`${address}: ${at.label} ${at.seen ? 'unmarked' : 'out of sight'}`);
  }
  assert.deepEqual(lost, []);
  assert.ok(stops > 10, `${address}: ${stops} stops`);
}

const paste = (page, selector, text) => page.locator(selector).evaluate((field, pasted) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', pasted);
  field.focus();
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}, text);

describe('the repairers’ desk by keyboard', () => {
  let demo, desk, phone;
  before(async () => {
    demo = await openDemo();
    desk = await demo.visitor();
    phone = await demo.visitor({ phone: true });
    await enter(desk.page, garageMail);
    await enter(phone.page, garageMail);
  }, { timeout: 900_000 });
  after(async () => {
    const end = await demo.close();
    assert.equal(end.verified, 0, end.report);
    for (const { problems } of [desk, phone]) assert.deepEqual(problems, []);
  });

  test('P18 each stop of the Tab key is seen, on a desk and on a phone', { timeout: 240_000 }, async () => {
    for (const { page } of [desk, phone]) {
      await tabThrough(page, '/reparateurs?ecran=plein', 120);
      await tabThrough(page, '/reparateurs/tarifs', 60);
      await page.goto('/reparateurs');
      await tabThrough(page, await page.locator('.row-link').first().getAttribute('href'), 80);
    }
  });

  test('M9 the list is walked by j and k, a file opens by Enter, / leads to the search', { timeout: 60_000 }, async () => {
    const { page } = desk;
    await page.goto('/reparateurs');
    const hrefs = await page.locator('.row-link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const at = () => page.evaluate(() => document.activeElement.getAttribute('href'));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await at(), hrefs[1]);
    await page.keyboard.press('k');
    assert.equal(await at(), hrefs[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${hrefs[0]}`);
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'recherche');
  });

  test('M10 the filters open, are typed and sent by keys; Escape closes them and gives the focus back', { timeout: 60_000 }, async () => {
    const { page } = desk;
    await page.goto('/reparateurs');
    const filters = page.locator('.filter-more').first();
    await filters.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.equal(await filters.getAttribute('open'), '');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    assert.equal(await filters.getAttribute('open'), null);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    await page.keyboard.press('Enter');
    await page.locator('[name=chiffrage_min]').focus();
    await page.keyboard.type('12,5O');
    await page.keyboard.press('Enter');
    await page.waitForURL(/chiffrage_min=12/);
    // What cannot be read is kept, open, beside its reason.
    assert.equal(await page.inputValue('[name=chiffrage_min]'), '12,5O');
    await page.getByText(/Ce montant n’est pas valable/).waitFor();
    assert.equal(await page.locator('[name=chiffrage_min]').isVisible(), true);
  });

  test('M10 a phone, which shows no heads of columns, sorts as well', { timeout: 60_000 }, async () => {
    const { page } = phone;
    await page.goto('/reparateurs');
    await page.locator('.filter-more summary').first().click();
    await page.selectOption('[name=tri]', 'assure');
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.waitForURL(/tri=assure/);
    assert.equal(await page.inputValue('[name=tri]'), 'assure');
    const names = await page.locator('.motor-list td[data-label="ASSURÉ"]').allInnerTexts();
    assert.ok(names.length > 5);
    assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, 'fr')));
  });

  test('M26 the grid is walked by arrows; a pasted block goes by the names of companies, and what has no place is told', { timeout: 60_000 }, async () => {
    const { page } = desk;
    await page.goto('/reparateurs/tarifs');
    const cell = (row, column) => `.rates-grid tbody tr:nth-child(${row}) td:nth-child(${column + 1}) input`;
    const company = (row) => page.locator(`.rates-grid tbody tr:nth-child(${row}) th`).evaluate((th) => th.firstChild.textContent);
    await page.locator(cell(1, 1)).focus();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement.name), await page.locator(cell(2, 1)).getAttribute('name'));
    const heads = await page.locator('.rates-grid thead th').evaluateAll((all) => all.map((th) => (th.firstElementChild ?? th).textContent));
    const block = [heads.join('\t'), `${await company(3)}\t61\t62,50`, `Assurances du Ponant\t70`, `${await company(1)}\t51\t52`].join('\n');
    await paste(page, cell(2, 1), block);
    assert.equal(await page.inputValue(cell(3, 1)), '61');
    assert.equal(await page.inputValue(cell(3, 2)), '62,50');
    assert.equal(await page.inputValue(cell(1, 2)), '52');
    const told = page.locator('.paste-told');
    assert.match(await told.innerText(), /4 cases remplies\. 1 case collée n’a pas trouvé sa place\. Absent de la grille\s: Assurances du Ponant/);
    // Beyond the last column nothing is dropped in silence.
    const columns = await page.locator('.rates-grid tbody tr:first-child td').count();
    await paste(page, cell(2, columns - 1), '5\tOui\t99');
    assert.match(await told.innerText(), /2 cases remplies\. 1 case collée/);
  });

  test('M26 a company that was added is where one goes on', { timeout: 60_000 }, async () => {
    const { page } = desk;
    await page.goto('/reparateurs/tarifs');
    await page.getByText('AJOUTER UNE COMPAGNIE').click();
    await page.getByLabel('Nom de la compagnie').fill('Assurances du Ponant');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Assurances du Ponant' }).waitFor();
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Assurances du Ponant, /);
  });
});
